using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.LocalEngine;

public sealed class PropertyPathTests
{
    private static readonly Map Value = Map.Empty
        .With("name", Of("n"))
        .With("list", Of([Map.Empty.With("deep key", Of(1d))]))
        .With("secret", SecretOf(Map.Empty.With("inside", Of("s"))))
        .With("unknown", UnknownValue);

    [Theory]
    [InlineData("x.name", "n")]
    [InlineData("x[\"name\"]", "n")]
    public void Follow_Key_GivesItsValue(string path, string expected) => Follow(path).ShouldBe(Of(expected));

    [Fact]
    public void Follow_IndexAndQuotedKey_GivesItsValue() => Follow("x.list[0][\"deep key\"]").ShouldBe(Of(1d));

    [Fact]
    public void Follow_IntoSecret_StaysSecret() => Follow("x.secret.inside").ShouldBe(SecretOf(Of("s")));

    [Fact]
    public void Follow_IntoUnknown_StaysUnknown() => Follow("x.unknown[3].a").ShouldBe(UnknownValue);

    [Theory]
    [InlineData("x.missing")]
    [InlineData("x.list[7]")]
    [InlineData("x.name.inside")]
    public void Follow_Missing_IsUnknownInAPreviewAndNullOtherwise(string path)
    {
        Follow(path, preview: true).ShouldBe(UnknownValue);
        Follow(path).ShouldBe(None);
    }

    [Fact]
    public void Copy_NestedPath_TakesOnlyThat()
    {
        var old = Map.Empty.With("configuration", Map.Empty.With("a", Of("old")).With("b", Of("old")));
        var current = Map.Empty.With("configuration", Map.Empty.With("a", Of("new")).With("b", Of("new")));

        PropertyPath.Copy("configuration.a", old, current)
            .ShouldBe(Map.Empty.With("configuration", Map.Empty.With("a", Of("old")).With("b", Of("new"))));
    }

    [Fact]
    public void Copy_WhatWasNotThere_IsRemoved()
        => PropertyPath.Copy("added", Map.Empty, Map.Empty.With("added", Of(1d)).With("kept", Of(2d)))
            .ShouldBe(Map.Empty.With("kept", Of(2d)));

    private static PropertyValue Follow(string path, bool preview = false) => PropertyPath.Parse(path).Follow(Value, 1, preview);
}
