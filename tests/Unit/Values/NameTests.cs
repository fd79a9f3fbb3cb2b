using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Values;

/// <summary>URNs and the paths of properties.</summary>
public class NameTests
{
    [Fact]
    public void A_urn_has_a_stack_a_project_a_type_and_a_name()
    {
        var urn = new Urn("urn:pulumi:dev::website::my:module:Parent$ovh-order:index:CloudProject::project");

        (urn.Stack, urn.Project, urn.Type, urn.Name).ShouldBe(("dev", "website", "ovh-order:index:CloudProject", "project"));
        urn.ToString().ShouldBe(urn.Value);
    }

    [Fact]
    public void A_name_in_a_urn_may_contain_the_separator() =>
        new Urn("urn:pulumi:dev::website::a:b:C::one::two").Name.ShouldBe("one::two");

    [Fact]
    public void A_type_without_a_parent_is_the_whole_part() => new Urn("urn:pulumi:dev::website::a:b:C::n").Type.ShouldBe("a:b:C");

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void A_missing_urn_has_empty_parts(string? value)
    {
        var urn = new Urn(value!);

        (urn.Stack, urn.Project, urn.Type, urn.Name).ShouldBe(("", "", "", ""));
    }

    [Fact]
    public void Parts_that_a_text_lacks_are_empty()
    {
        var urn = new Urn("urn:pulumi:dev::website");

        (urn.Stack, urn.Project, urn.Type, urn.Name).ShouldBe(("dev", "website", "", ""));
    }

    [Theory]
    [InlineData("planCode", "options.planCode")]
    [InlineData("a_b-9", "options.a_b-9")]
    [InlineData("a b", "options[\"a b\"]")]
    [InlineData("é", "options[\"é\"]")]
    [InlineData("", "options[\"\"]")]
    [InlineData("a\"b", "options[\"a\\\"b\"]")]
    public void A_property_name_is_quoted_where_the_spelling_needs_it(string name, string path) =>
        InputPath.Join(new InputPath("options"), name).ToString().ShouldBe(path);

    [Fact]
    public void A_path_begins_with_a_name_and_counts_items() =>
        InputPath.Join(null, "options").At(1).Under("configuration").Value.ShouldBe("options[1].configuration");
}
