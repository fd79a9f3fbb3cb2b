using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.LocalEngine;

public sealed class ProgramReaderTests
{
    [Fact]
    public void A_program_is_read_with_all_its_options()
    {
        var program = ProgramReader.Read(
            """
            name: shop
            runtime: yaml
            config:
              voucher: { type: string, secret: true }
              size: { type: integer, default: 3 }
            variables:
              greeting: hello
            resources:
              ovh:
                type: pulumi:providers:ovh-order
                properties: { endpoint: ovh-eu }
              first:
                type: ovh-order:CloudProject
                properties: { description: "${greeting}" }
                options:
                  provider: ${ovh}
                  protect: true
                  import: 0123456789abcdef0123456789abcdef
                  ignoreChanges: [description, "configuration.a"]
                  replaceOnChanges: ["#initerror"]
                  additionalSecretOutputs: [projectId]
                  aliases: [{ name: older }, oldest]
                  deleteBeforeReplace: true
                  retainOnDelete: true
                  customTimeouts: { create: 90s, update: 10m, delete: 1h30m }
              second:
                type: ovh-order:index:CloudProject
                get: { id: "${first.id}", state: { ovhSubsidiary: FR } }
                options: { dependsOn: ["${first}"] }
            outputs:
              id: ${second.projectId}
            """);

        program.Name.ShouldBe("shop");
        program.Config.Select(c => (c.Name, c.Secret)).ShouldBe([("size", false), ("voucher", true)]);
        var (first, ovh, second) = (program.Resources[0], program.Resources[1], program.Resources[2]);
        ovh.Options.IsProvider.ShouldBeTrue();
        first.Options.Type.ShouldBe("ovh-order:index:CloudProject");
        first.Provider.ShouldBe("ovh");
        first.Options.Protect.ShouldBeTrue();
        first.Options.ImportId.ShouldBe("0123456789abcdef0123456789abcdef");
        first.Options.IgnoreChanges.ShouldBe(["description", "configuration.a"]);
        first.Options.ReplaceOnChanges.ShouldBe(["#initerror"]);
        first.Options.AdditionalSecretOutputs.ShouldBe(["projectId"]);
        first.Aliases.ShouldBe(["older", "oldest"]);
        first.DeleteBeforeReplace.ShouldBe(true);
        first.Options.RetainOnDelete.ShouldBeTrue();
        first.Options.CustomTimeouts.ShouldBe(new CustomTimeouts(90, 600, 5400));
        Expressions.References(second.Get).ShouldBe(["first"]);
        second.DependsOn.ShouldBe(["first"]);
        program.Outputs.Items.Single().Key.ShouldBe("id");
    }

    [Fact]
    public void What_others_refer_to_comes_first()
    {
        var program = Program("a: ${b.x}", "b: ${c.x}", "c: 1", "d: ${c.x}");

        program.Order().ShouldBe(["c", "b", "a", "d"]);
    }

    [Fact]
    public void A_cycle_is_refused()
        => Should.Throw<ProgramException>(() => Program("a: ${b.x}", "b: ${a.x}")).Message.ShouldContain("depends on itself");

    [Fact]
    public void An_unknown_name_is_refused()
        => Should.Throw<ProgramException>(() =>
            Program("a: ${nobody.x}")).Message.ShouldBe("resource or variable named \"nobody\" could not be found");

    [Fact]
    public void Stack_configuration_knows_secrets_and_namespaces()
    {
        var configuration = StackConfiguration.Read(
            """
            config:
              ovh-order:endpoint: http://127.0.0.1:8080/1.0
              ovh-order:previewQuote: false
              ovh-order:consumerKey: { secret: CK }
              shop:voucher: { secret: V-1 }
              shop:size: "4"
            """);

        var provider = configuration.Provider("ovh-order");
        provider["endpoint"].ShouldBe(PropertyValue.Of("http://127.0.0.1:8080/1.0"));
        provider["previewQuote"].ShouldBe(PropertyValue.Of("false"));
        provider["consumerKey"].ShouldBe(PropertyValue.SecretOf(PropertyValue.Of("CK")));
        Declared("voucher", "string", secret: true).ShouldBe(PropertyValue.SecretOf(PropertyValue.Of("V-1")));
        Declared("size", "integer").ShouldBe(PropertyValue.Of(4d));
        Declared("other", null, fallback: PropertyValue.Of("d")).ShouldBe(PropertyValue.Of("d"));
        Should.Throw<ProgramException>(() => Declared("none", null)).Message.ShouldContain("pulumi config set none");

        PropertyValue Declared(string name, string? type, bool secret = false, PropertyValue? fallback = null)
            => configuration.Program("shop", new ConfigDeclaration(name, type, secret, fallback));
    }

    [Theory]
    [InlineData("{ type: number, default: 20 }", "has the type 'number', which is not one of string, boolean, integer, array, object")]
    [InlineData("{ type: Integer }", "has the type 'Integer', which is not one of string, boolean, integer, array, object")]
    [InlineData("{ type: integer, default: 19.5 }", "has a default that is no integer")]
    [InlineData("{ type: string, default: 5 }", "has a default that is no string")]
    [InlineData("{ type: array }", "is an array without 'items'")]
    public void A_declaration_that_the_CLI_refuses_is_refused(string declaration, string problem) =>
        Should.Throw<ProgramException>(() => ProgramReader.Read($"name: t\nconfig:\n  size: {declaration}")).Message
            .ShouldBe($"config key 'size' in Pulumi.yaml {problem}");

    [Theory]
    [InlineData("integer", "19.5")]
    [InlineData("boolean", "yes")]
    public void A_value_of_the_stack_that_does_not_fit_its_declaration_is_refused(string type, string value) =>
        Should.Throw<ProgramException>(() => StackConfiguration.Read($"config:\n  shop:size: \"{value}\"")
            .Program("shop", new ConfigDeclaration("size", type, false, null))).Message
            .ShouldBe($"the stack's configuration key 'size' must be of type '{type}'");

    private static PulumiProgram Program(params string[] variables) =>
        ProgramReader.Read("name: t\nvariables:\n  " + string.Join("\n  ", variables));
}
