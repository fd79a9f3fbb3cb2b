using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.LocalEngine;

public sealed class JournalTests
{
    private const string Stack = "urn:pulumi:dev::t::pulumi:pulumi:Stack::t-dev";
    private const string Project = "urn:pulumi:dev::t::ovh-order:index:CloudProject::cloud-project";

    [Fact]
    public void An_update_shows_which_properties_change()
    {
        using var output = new StringWriter();
        var journal = new Journal(output, Stack, preview: true);

        journal.End(new ResourceStep(StepOp.Update, Resource(), Resource(), "+payment", "-maxPrice", "~description"));

        output.ToString().ReplaceLineEndings("\n")
            .ShouldBe(" ~  ovh-order:index:CloudProject cloud-project update [diff: +payment-maxPrice~description]\n");
    }

    [Fact]
    public void Values_are_shown_on_one_line_with_secrets_and_unknowns_masked() => PropertyText.Of(Map.Empty
        .With("voucher", SecretOf(Of("V-1")))
        .With("configuration", Map.Empty.With("infrastructure", UnknownValue))
        .With("options", Of([Map.Empty.With("quantity", Of(2d)), Of("x"), None])))
        .ShouldBe("{ configuration: { infrastructure: [unknown] }, options: [{ quantity: 2 }, \"x\", <null>], voucher: [secret] }");

    [Fact]
    public void Messages_are_kept_under_their_resource_with_secrets_masked()
    {
        using var output = new StringWriter();
        var journal = new Journal(output, Stack, preview: false);
        journal.Learn(Map.Empty.With("voucher", SecretOf(Of("VERYSECRET"))));

        journal.Report(LogSeverity.Debug, Project, "hidden");
        journal.Report(LogSeverity.Info, Project, "[4/6] waiting", ephemeral: true);
        journal.Report(LogSeverity.Info, Project, "two\nlines");
        journal.Report(LogSeverity.Error, Project, "the voucher VERYSECRET is not valid");
        journal.Report(LogSeverity.Warning, null, "about the stack");
        journal.WriteSummary(Map.Empty, null);

        journal.Diagnostics.Select(d => d.Message).ShouldBe(["two\nlines", "the voucher [secret] is not valid", "about the stack"]);
        output.ToString().ReplaceLineEndings("\n").ShouldBe(
            """
                ovh-order:index:CloudProject cloud-project  [4/6] waiting
                ovh-order:index:CloudProject cloud-project  two
                ovh-order:index:CloudProject cloud-project  error: the voucher [secret] is not valid
                pulumi:pulumi:Stack t-dev  warning: about the stack
            Diagnostics:
              ovh-order:index:CloudProject (cloud-project):
                two
                lines
                error: the voucher [secret] is not valid

              pulumi:pulumi:Stack (t-dev):
                warning: about the stack

            Resources:
                1 errored


            """);
    }

    [Fact]
    public void Outputs_show_what_changed()
    {
        using var output = new StringWriter();
        var journal = new Journal(output, Stack, preview: false);
        var old = Map.Empty.With("projectId", None).With("stage", Of("cart")).With("same", Of(1d)).With("lost", Of(2d));
        var current = Map.Empty.With("projectId", Of("p")).With("stage", Of("project")).With("same", Of(1d)).With("lost", None);

        journal.WriteSummary(old, current);

        output.ToString().ReplaceLineEndings("\n").ShouldBe(
            """
            Outputs:
              - lost     : 2
              + projectId: "p"
                same     : 1
              ~ stage    : "cart" => "project"

            Resources:


            """);
    }

    private static ResourceState Resource() => new() { Urn = Project, Type = new Urn(Project).Type, Parent = Stack };
}
