using System.Collections.Immutable;
using PulumiOvhOrder.Configuration;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Configuration;

/// <summary>A provider that is replaced orders every project again and ends the old ones.</summary>
public sealed class ProviderConfigDiffTests
{
    [Theory]
    [InlineData("ovh-eu", "ovh-ca")]
    [InlineData("ovh-us", "https://eu.api.ovh.com/1.0")]
    public void Another_site_replaces(string old, string now) =>
        Kinds(Endpoint(old), Endpoint(now)).ShouldBe([("endpoint", PropertyDiffKind.UpdateReplace)]);

    [Theory]
    [InlineData(null, "ovh-ca", "Add")]
    [InlineData(null, "ovh-eu", "Add")]
    [InlineData("ovh-us", null, "Delete")]
    [InlineData("ovh-eu", "https://eu.api.ovh.com/1.0", "Update")]
    [InlineData("ovh-eu", "kimsufi-eu", "Update")]
    [InlineData("ovh-ca", "https://proxy.example/1.0", "Update")]
    [InlineData("https://proxy.example/1.0", "ovh-ca", "Update")]
    public void What_may_be_the_same_site_does_not(string? old, string? now, string kind) =>
        Kinds(Endpoint(old), Endpoint(now)).ShouldBe([("endpoint", Enum.Parse<PropertyDiffKind>(kind))]);

    [Fact]
    public void Credentials_never_do()
    {
        var old = Endpoint("ovh-eu").With("accessToken", PropertyValue.SecretOf(PropertyValue.Of("a")));
        var now = Endpoint("ovh-eu").With("clientId", PropertyValue.Of("ci")).With("clientSecret", PropertyValue.Of("cs"));

        Kinds(old, now).ShouldBe(
            [("accessToken", PropertyDiffKind.Delete), ("clientId", PropertyDiffKind.Add), ("clientSecret", PropertyDiffKind.Add)]);
    }

    [Fact]
    public void Equal_configuration_is_no_difference() => Kinds(
        Endpoint("ovh-eu").With("accessToken", PropertyValue.Of("a")),
        Endpoint("ovh-eu").With("accessToken", PropertyValue.SecretOf(PropertyValue.Of("a")))).ShouldBeEmpty();

    private static PropertyValue.Map Endpoint(string? endpoint) => endpoint is null
        ? PropertyValue.Map.Empty
        : PropertyValue.Map.Empty.With("endpoint", PropertyValue.Of(endpoint));

    private static List<(string, PropertyDiffKind)> Kinds(PropertyValue.Map old, PropertyValue.Map now)
    {
        var urn = new Urn("urn:pulumi:dev::t::pulumi:providers:ovh-order::p");
        var request = new DiffRequest("id", urn, "pulumi:providers:ovh-order", old, old, now, ImmutableArray<string>.Empty);
        return [.. ProviderConfigDiff.Diff(request).Changes.Select(c => (c.Key, c.Value.Kind))];
    }
}
