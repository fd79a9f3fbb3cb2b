using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.LocalEngine;

public sealed class ExpressionsTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Plain_booleans_are_booleans(string yaml, bool expected) => Node(yaml).ShouldBe(PropertyValue.Of(expected));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("10.5", 10.5)]
    [InlineData("-3e2", -300)]
    public void Plain_numbers_are_numbers(string yaml, double expected) => Node(yaml).ShouldBe(PropertyValue.Of(expected));

    [Theory]
    [InlineData("\"yes\"", "yes")]
    [InlineData("\"1\"", "1")]
    [InlineData("'true'", "true")]
    [InlineData("project.2018", "project.2018")]
    [InlineData("NaN", "NaN")]
    public void Everything_else_is_text(string yaml, string expected) => Node(yaml).ShouldBe(PropertyValue.Of(expected));

    [Theory]
    [InlineData("~")]
    [InlineData("null")]
    public void Nulls_are_nulls(string yaml) => Node(yaml).ShouldBe(PropertyValue.None);

    [Fact]
    public void A_reference_is_a_path()
    {
        var path = Expressions.Parts("${cloud-project.contracts[0].name}").ShouldHaveSingleItem().ShouldBeOfType<PropertyPath>();

        path.Root.ShouldBe("cloud-project");
        path.Keys.ShouldBe(["cloud-project", "contracts", "0", "name"]);
    }

    [Fact]
    public void References_in_text_are_parts_of_it()
    {
        Expressions.Parts("a ${b.c}-${d}").Length.ShouldBe(4);
        Expressions.References(Node("a ${b.c}-${d}")).ShouldBe(["b", "d"]);
    }

    [Fact]
    public void An_invoke_names_its_function_arguments_and_provider()
    {
        var node = Node(
            """
            fn::invoke:
              function: ovh-order:getOrder
              arguments: { orderId: "${project.orderId}" }
              options: { provider: "${ovh}", dependsOn: ["${other}"] }
            """);

        var call = FunctionCall.In((PropertyValue.Map)node)!;
        call.Token.ShouldBe("ovh-order:index:getOrder");
        Expressions.References(node).ShouldBe(["project", "ovh"]);
    }

    [Theory]
    [InlineData("${a")]
    [InlineData("${}")]
    [InlineData("${a[0}")]
    [InlineData("fn::toJSON: {}")]
    public void What_cannot_be_read_is_refused(string yaml) =>
        Should.Throw<ProgramException>(() => Expressions.References(Node(yaml)).ToList());

    private static PropertyValue Node(string yaml) => Yaml.Load(
        "value: " + (yaml.Contains("fn::", StringComparison.Ordinal) ? "\n  " + yaml.ReplaceLineEndings("\n  ") : yaml)).Items["value"];
}
