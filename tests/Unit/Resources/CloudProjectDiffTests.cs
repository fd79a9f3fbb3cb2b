using FsCheck;
using FsCheck.Fluent;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Tests.Unit.Resources.Maps;

namespace PulumiOvhOrder.Tests.Unit.Resources;

public sealed class CloudProjectDiffTests
{
    private const string ProjectId = "0123456789ab4def0123456789abcdef";

    private static readonly PropertyValue.Map Inputs = Map(("description", "a"), ("planCode", "project.2018"), ("maxPrice", 10));

    private static readonly PropertyValue.Map Resolved = Inputs
        .With("ovhSubsidiary", PropertyValue.Of("FR")).With("duration", PropertyValue.Of("P1M")).With("pricingMode", PropertyValue.Of("default"))
        .With("quantity", PropertyValue.Of(1.0)).With("configuration", PropertyValue.Map.Empty).With("options", PropertyValue.Of([]))
        .With("checkout", PropertyValue.Of(true)).With("payment", PropertyValue.Of("automatic")).With("waitForDelivery", PropertyValue.Of(true))
        .With("waiveRetractationPeriod", PropertyValue.Of(false)).With("cartId", PropertyValue.Of(Guid.Empty.ToString()));

    private static readonly PropertyValue.Map Delivered = Resolved.With("orderId", PropertyValue.Of(1.0)).With("projectId", PropertyValue.Of(ProjectId));

    [Fact]
    public void Equal_inputs_are_no_difference() => Diff(Delivered, Inputs, Inputs).Changes.ShouldBeEmpty();

    [Fact]
    public void Whatever_the_inputs_are_they_do_not_differ_from_themselves() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Filter(s => s is { Length: > 0 }), ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<bool>(), (text, number, flag) =>
        {
            var inputs = Map(
                ("description", text), ("planCode", text), ("quantity", number), ("checkout", flag), ("voucher", PropertyValue.SecretOf(PropertyValue.Of(text))),
                ("configuration", Map((text, text))), ("options", PropertyValue.Of([Map(("planCode", text), ("quantity", number))])));
            Diff(Delivered, inputs, inputs).Changes.ShouldBeEmpty();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_description_is_updated_in_place() => Kinds(Delivered, Inputs, Inputs.With("description", PropertyValue.Of("b")))
        .ShouldBe([("description", PropertyDiffKind.Update)]);

    [Fact]
    public void Another_plan_replaces_what_is_ordered() => Kinds(Delivered, Inputs, Inputs.With("planCode", PropertyValue.Of("other")))
        .ShouldBe([("planCode", PropertyDiffKind.UpdateReplace)]);

    [Fact]
    public void Another_plan_rebuilds_a_pending_cart() => Kinds(Resolved, Inputs, Inputs.With("planCode", PropertyValue.Of("other")), "cart/" + Guid.Empty)
        .ShouldBe([("planCode", PropertyDiffKind.Update)]);

    [Fact]
    public void A_default_that_is_written_out_is_no_difference() =>
        Kinds(Delivered, Inputs, Inputs.With("duration", PropertyValue.Of("P1M")).With("quantity", PropertyValue.Of(1.0)).With("ovhSubsidiary", PropertyValue.Of("fr"))
            .With("payment", PropertyValue.Of("automatic")).With("options", PropertyValue.Of([])).With("configuration", PropertyValue.Map.Empty)).ShouldBeEmpty();

    [Fact]
    public void A_scalar_that_is_left_out_stays_as_it_was() => Kinds(Delivered, Inputs, Inputs.Without("planCode")).ShouldBeEmpty();

    [Fact]
    public void A_ceiling_that_is_removed_is_a_change_in_place() => Kinds(Delivered, Inputs, Inputs.Without("maxPrice"))
        .ShouldBe([("maxPrice", PropertyDiffKind.Delete)]);

    [Fact]
    public void What_is_not_known_yet_may_replace() => Kinds(Delivered, Inputs, Inputs.With("quantity", PropertyValue.UnknownValue))
        .ShouldBe([("quantity", PropertyDiffKind.UpdateReplace)]);

    [Fact]
    public void Options_are_compared_with_what_was_resolved_for_them()
    {
        var option = Map(("planCode", "hds"));
        var resolved = option.With("duration", PropertyValue.Of("P1M")).With("pricingMode", PropertyValue.Of("default")).With("quantity", PropertyValue.Of(1.0));
        var olds = Delivered.With("options", PropertyValue.Of([resolved]));
        var inputs = Inputs.With("options", PropertyValue.Of([option]));

        Kinds(olds, inputs, Inputs.With("options", PropertyValue.Of([option.With("duration", PropertyValue.Of("P1M"))]))).ShouldBeEmpty();
        Kinds(olds, inputs, Inputs.With("options", PropertyValue.Of([option.With("duration", PropertyValue.Of("P1Y"))])))
            .ShouldBe([("options[0].duration", PropertyDiffKind.UpdateReplace)]);
        Kinds(olds, inputs, Inputs).ShouldBe([("options", PropertyDiffKind.DeleteReplace)]);
    }

    [Fact]
    public void A_secret_that_wraps_the_same_value_is_no_difference() =>
        Kinds(Delivered, Inputs, Inputs.With("description", PropertyValue.SecretOf(PropertyValue.Of("a")))).ShouldBeEmpty();

    [Fact]
    public void An_import_is_no_difference_to_a_program_that_says_how_it_would_have_been_ordered()
    {
        var read = Map(("description", "a"), ("planCode", "project.2018"));
        var outputs = read.With("projectId", PropertyValue.Of(ProjectId)).With("stage", PropertyValue.Of("delivered"));
        var program = Map(
            ("description", "a"), ("planCode", "project.2018"), ("ovhSubsidiary", "FR"), ("duration", "P1M"), ("pricingMode", "default"), ("quantity", 1),
            ("payment", "manual"), ("maxPrice", 5), ("waitForDelivery", false), ("waiveRetractationPeriod", true), ("checkout", true));

        Kinds(outputs, read, program).ShouldBeEmpty();
        Kinds(outputs, read, program.With("planCode", PropertyValue.Of("other"))).ShouldBe([("planCode", PropertyDiffKind.UpdateReplace)]);
    }

    [Fact]
    public void Ignored_changes_are_ignored() =>
        Diff(Delivered, Inputs, Inputs.With("planCode", PropertyValue.Of("other")), ["planCode"]).Changes.ShouldBeEmpty();

    private static DiffResponse Diff(PropertyValue.Map olds, PropertyValue.Map oldInputs, PropertyValue.Map news, string[]? ignored = null, string id = ProjectId) =>
        CloudProjectDiff.Diff(new DiffRequest(id, new Urn("urn:pulumi:dev::t::ovh-order:index:CloudProject::p"), CloudProjectDefinition.Token, olds, oldInputs, news, [.. ignored ?? []]));

    private static List<(string, PropertyDiffKind)> Kinds(PropertyValue.Map olds, PropertyValue.Map oldInputs, PropertyValue.Map news, string id = ProjectId) =>
        [.. Diff(olds, oldInputs, news, id: id).Changes.Select(c => (c.Key, c.Value.Kind))];
}
