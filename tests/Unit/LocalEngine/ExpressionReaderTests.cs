using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.Values;
using YamlDotNet.RepresentationModel;

namespace PulumiOvhOrder.Tests.Unit.LocalEngine;

public sealed class ExpressionReaderTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Plain_booleans_are_booleans(string yaml, bool expected) => Literal(yaml).ShouldBe(PropertyValue.Of(expected));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("10.5", 10.5)]
    [InlineData("-3e2", -300)]
    public void Plain_numbers_are_numbers(string yaml, double expected) => Literal(yaml).ShouldBe(PropertyValue.Of(expected));

    [Theory]
    [InlineData("\"yes\"", "yes")]
    [InlineData("\"1\"", "1")]
    [InlineData("'true'", "true")]
    [InlineData("project.2018", "project.2018")]
    [InlineData("NaN", "NaN")]
    [InlineData("$${not} a reference", "${not} a reference")]
    public void Everything_else_is_text(string yaml, string expected) => Literal(yaml).ShouldBe(PropertyValue.Of(expected));

    [Theory]
    [InlineData("~")]
    [InlineData("null")]
    public void Nulls_are_nulls(string yaml) => Literal(yaml).ShouldBe(PropertyValue.None);

    [Fact]
    public void A_reference_alone_keeps_its_type()
    {
        var reference = Read("${cloud-project.contracts[0].name}").ShouldBeOfType<Expression.Reference>();

        reference.Path.Root.ShouldBe("cloud-project");
        reference.Path.Accessors.ShouldBe(["contracts", 0, "name"]);
    }

    [Fact]
    public void References_in_text_are_parts_of_it()
    {
        var interpolation = Read("a ${b.c}-${d}").ShouldBeOfType<Expression.Interpolation>();

        interpolation.Parts.Length.ShouldBe(4);
        interpolation.References.ShouldBe(["b", "d"]);
    }

    [Fact]
    public void An_invoke_names_its_function_arguments_and_provider()
    {
        var invoke = Read(
            """
            fn::invoke:
              function: ovh-order:getOrder
              arguments: { orderId: "${project.orderId}" }
              return: status
              options: { provider: "${ovh}", dependsOn: ["${other}"] }
            """).ShouldBeOfType<Expression.Invoke>();

        invoke.Token.ShouldBe("ovh-order:index:getOrder");
        invoke.Return.ShouldBe("status");
        invoke.References.ShouldBe(["project", "ovh"]);
    }

    [Fact]
    public void A_function_may_be_called_by_its_short_name()
        => Read("fn::ovh-order:getOffers: { ovhSubsidiary: FR }").ShouldBeOfType<Expression.Invoke>().Token.ShouldBe("ovh-order:index:getOffers");

    [Fact]
    public void A_secret_holds_what_it_hides()
        => Read("fn::secret: { a: 1 }").ShouldBeOfType<Expression.Secret>().Value.ShouldBeOfType<Expression.Map>();

    [Theory]
    [InlineData("${a")]
    [InlineData("${}")]
    [InlineData("${a[0}")]
    [InlineData("fn::toJSON: {}")]
    public void What_cannot_be_read_is_refused(string yaml) => Should.Throw<ProgramException>(() => Read(yaml));

    private static PropertyValue Literal(string yaml) => Read(yaml).ShouldBeOfType<Expression.Literal>().Value;

    private static Expression Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader("value: " + (yaml.Contains('\n', StringComparison.Ordinal) ? "\n  " + yaml.ReplaceLineEndings("\n  ")
            : yaml.StartsWith("fn::", StringComparison.Ordinal) ? "\n  " + yaml : yaml)));
        return ExpressionReader.Read(((YamlMappingNode)stream.Documents[0].RootNode).Children[0].Value);
    }
}
