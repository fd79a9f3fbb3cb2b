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
        .With("ovhSubsidiary", PropertyValue.Of("FR")).With("duration", PropertyValue.Of("P1M"))
        .With("pricingMode", PropertyValue.Of("default"))
        .With("quantity", PropertyValue.Of(1.0)).With("configuration", PropertyValue.Map.Empty).With("options", PropertyValue.Of([]))
        .With("checkout", PropertyValue.Of(true)).With("payment", PropertyValue.Of("automatic"))
        .With("waitForDelivery", PropertyValue.Of(true))
        .With("waiveRetractationPeriod", PropertyValue.Of(false)).With("cartId", PropertyValue.Of(Guid.Empty.ToString()));

    private static readonly PropertyValue.Map Delivered = Resolved.With("orderId", PropertyValue.Of(1.0))
        .With("projectId", PropertyValue.Of(ProjectId));

    private static readonly PropertyValue.Map Imported =
        Map(("description", "a"), ("planCode", "project.2018"), ("projectId", ProjectId), ("stage", "delivered"));

    /// <summary>After an import, and an update by a program that leaves out labels and options.</summary>
    private static readonly PropertyValue.Map WithLeftOut = Delivered
        .With("configuration", Map(("infrastructure", "production")))
        .With("options", PropertyValue.Of([Map(("planCode", "credit"), ("duration", "P1M"), ("pricingMode", "default"), ("quantity", 1))]));

    private static readonly PropertyValue Credit = PropertyValue.Of([Map(("planCode", "credit"))]);

    [Fact]
    public void What_the_program_never_named_is_no_difference_whether_it_names_it_now_or_not()
    {
        var production = WithLeftOut["configuration"]!;

        Diff(WithLeftOut, Inputs, Inputs).Changes.ShouldBeEmpty();
        Diff(WithLeftOut, Inputs, Inputs.With("options", Credit)).Changes.ShouldBeEmpty();
        Diff(WithLeftOut, Inputs, Inputs.With("configuration", production)).Changes.ShouldBeEmpty();
        Diff(WithLeftOut, Inputs.With("options", Credit), Inputs.With("options", Credit).With("configuration", production))
            .Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Another_value_of_a_label_that_the_program_never_named_is_a_difference() =>
        Kinds(WithLeftOut, Inputs, Inputs.With("configuration", Map(("infrastructure", "test"))))
            .ShouldBe([("configuration.infrastructure", PropertyDiffKind.UpdateReplace)]);

    [Fact]
    public void An_option_beside_those_that_the_program_never_named_is_added() => Kinds(
        WithLeftOut, Inputs, Inputs.With("options", PropertyValue.Of([Map(("planCode", "hds"))])))
        .ShouldBe([("options[0]", PropertyDiffKind.Add)]);

    [Theory]
    [InlineData("configuration")]
    [InlineData("options")]
    public void What_is_not_known_yet_is_a_difference_also_of_what_the_program_never_named(string input)
    {
        Diff(WithLeftOut, Inputs, Inputs.With(input, PropertyValue.UnknownValue)).Changes.Keys.ShouldBe([input]);
        Diff(WithLeftOut, Inputs.With(input, WithLeftOut[input]), Inputs.With(input, PropertyValue.UnknownValue)).Changes.Keys
            .ShouldBe([input]);
    }

    [Fact]
    public void Equal_inputs_are_no_difference() => Diff(Delivered, Inputs, Inputs).Changes.ShouldBeEmpty();

    [Fact]
    public void Whatever_the_inputs_are_they_do_not_differ_from_themselves() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Filter(s => s is { Length: > 0 }),
        ArbMap.Default.ArbFor<int>(),
        ArbMap.Default.ArbFor<bool>(),
        (text, number, flag) =>
        {
            var inputs = Map(
                ("description", text), ("planCode", text), ("quantity", number), ("checkout", flag),
                ("voucher", PropertyValue.SecretOf(PropertyValue.Of(text))),
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
    public void Another_plan_rebuilds_a_pending_cart() =>
        Kinds(Resolved, Inputs, Inputs.With("planCode", PropertyValue.Of("other")), "cart/" + Guid.Empty)
            .ShouldBe([("planCode", PropertyDiffKind.Update)]);

    [Fact]
    public void A_default_that_is_written_out_is_no_difference()
    {
        var inputs = Inputs.With("duration", PropertyValue.Of("P1M")).With("quantity", PropertyValue.Of(1.0))
            .With("ovhSubsidiary", PropertyValue.Of("fr")).With("payment", PropertyValue.Of("automatic"))
            .With("options", PropertyValue.Of([])).With("configuration", PropertyValue.Map.Empty);

        Kinds(Delivered, Inputs, inputs).ShouldBeEmpty();
    }

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
        var resolved = option.With("duration", PropertyValue.Of("P1M")).With("pricingMode", PropertyValue.Of("default"))
            .With("quantity", PropertyValue.Of(1.0));
        var olds = Delivered.With("options", PropertyValue.Of([resolved]));
        var inputs = Inputs.With("options", PropertyValue.Of([option]));

        Kinds(olds, inputs, Inputs.With("options", PropertyValue.Of([option.With("duration", PropertyValue.Of("P1M"))]))).ShouldBeEmpty();
        Kinds(olds, inputs, Inputs.With("options", PropertyValue.Of([option.With("duration", PropertyValue.Of("P1Y"))])))
            .ShouldBe([("options[0].duration", PropertyDiffKind.Update)]);
        Kinds(olds, inputs, Inputs).ShouldBe([("options", PropertyDiffKind.Delete)]);
    }

    [Theory]
    [InlineData("fr", "FR")]
    [InlineData("FR", "fr")]
    public void Another_spelling_of_a_subsidiary_is_no_difference(string was, string becomes)
    {
        var (old, now) = (PropertyValue.Of(was), PropertyValue.Of(becomes));

        Kinds(Delivered.With("ovhSubsidiary", old), Inputs.With("ovhSubsidiary", old), Inputs.With("ovhSubsidiary", now)).ShouldBeEmpty();
        Kinds(Imported, Inputs.With("ovhSubsidiary", old), Inputs.With("ovhSubsidiary", now)).ShouldBeEmpty();
    }

    [Fact]
    public void What_says_nothing_is_no_difference_whether_it_comes_or_goes()
    {
        PropertyValue.Map[] options =
        [
            Map(("planCode", "hds")),
            Map(("planCode", "hds"), ("configuration", PropertyValue.Map.Empty)),
            Map(("planCode", "hds"), ("configuration", Map(("x", PropertyValue.None)))),
            Map(("planCode", "hds"), ("quantity", 1)),
            Map(("planCode", "hds"), ("duration", PropertyValue.None)),
        ];
        PropertyValue.Map[] programs =
        [
            Inputs, Inputs.With("configuration", PropertyValue.Map.Empty), Inputs.With("configuration", Map(("x", PropertyValue.None))),
            Inputs.With("options", PropertyValue.Of([])),
        ];
        var resolved = PropertyValue.Of([Map(("planCode", "hds"), ("duration", "P1M"), ("pricingMode", "default"), ("quantity", 1))]);

        PropertyValue.Map[] withOptions = [.. options.Select(o => Inputs.With("options", PropertyValue.Of([o])))];
        foreach (var (old, now) in withOptions.SelectMany(o => withOptions, (o, n) => (o, n)))
        {
            Kinds(Delivered.With("options", resolved), old, now).ShouldBeEmpty($"{old} to {now}");
            Kinds(Imported, old, now).ShouldBeEmpty($"{old} to {now}, imported");
        }

        foreach (var (old, now) in programs.SelectMany(o => programs, (o, n) => (o, n)))
        {
            Kinds(Delivered, old, now).ShouldBeEmpty($"{old} to {now}");
        }
    }

    [Fact]
    public void An_option_of_which_fewer_are_wanted_differs()
    {
        PropertyValue Options(int quantity) => PropertyValue.Of([Map(("planCode", "hds"), ("quantity", quantity))]);

        Kinds(Delivered.With("options", Options(2)), Inputs.With("options", Options(2)), Inputs.With("options", Options(1)))
            .ShouldBe([("options[0].quantity", PropertyDiffKind.Update)]);
    }

    [Fact]
    public void An_option_that_is_added_is_all_that_differs()
    {
        var option = Map(("planCode", "hds"));
        var resolved = Delivered.With("options",
            PropertyValue.Of([option.With("duration", PropertyValue.Of("P1M")).With("quantity", PropertyValue.Of(1.0))]));
        var two = Inputs.With("options", PropertyValue.Of([option, Map(("planCode", "other"))]));

        Kinds(resolved, Inputs.With("options", PropertyValue.Of([option])), two).ShouldBe([("options[1]", PropertyDiffKind.Add)]);
        Kinds(Delivered, Inputs, two).Select(k => k.Item2).ShouldAllBe(k => k == PropertyDiffKind.Add);
        Kinds(Delivered, Inputs.With("options", PropertyValue.Of([])), two).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_voucher_is_credited_to_an_imported_project_unless_it_was_ordered_with_it()
    {
        var program = Inputs.With("voucher", PropertyValue.SecretOf(PropertyValue.Of("V-1")));

        Kinds(Imported, Inputs, program).ShouldBe([("voucher", PropertyDiffKind.Add)]);
        Kinds(Imported.With("voucher", PropertyValue.SecretOf(PropertyValue.Of("V-1"))), Inputs, program).ShouldBeEmpty();
        Kinds(Imported.With("voucher", PropertyValue.SecretOf(PropertyValue.Of("V-0"))), Inputs, program)
            .ShouldBe([("voucher", PropertyDiffKind.Add)]);
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
            ("description", "a"), ("planCode", "project.2018"), ("ovhSubsidiary", "FR"),
            ("duration", "P1M"), ("pricingMode", "default"), ("quantity", 1),
            ("payment", "manual"), ("maxPrice", 5), ("waitForDelivery", false), ("waiveRetractationPeriod", true), ("checkout", true));

        Kinds(outputs, read, program).ShouldBeEmpty();
        Kinds(outputs, read, program.With("planCode", PropertyValue.Of("other"))).ShouldBe([("planCode", PropertyDiffKind.UpdateReplace)]);
    }

    public static TheoryData<string> Unset =>
        [.. CloudProjectDefinition.Definition.Inputs.Select(i => i.Name).Where(name => !Inputs.Items.ContainsKey(name))];

    [Theory]
    [MemberData(nameof(Unset))]
    public void A_secret_null_is_no_difference_to_nothing(string property)
    {
        var absent = Inputs.With(property, PropertyValue.SecretOf(PropertyValue.None));

        Kinds(Delivered, Inputs, absent).ShouldBeEmpty();
        Kinds(Delivered, absent, Inputs).ShouldBeEmpty();
        Kinds(Imported, absent, absent).ShouldBeEmpty();
    }

    [Fact]
    public void Ignored_changes_are_ignored() =>
        Diff(Delivered, Inputs, Inputs.With("planCode", PropertyValue.Of("other")), ["planCode"]).Changes.ShouldBeEmpty();

    private static DiffResponse Diff(
        PropertyValue.Map olds, PropertyValue.Map oldInputs, PropertyValue.Map news, string[]? ignored = null, string id = ProjectId) =>
        CloudProjectDiff.Diff(new DiffRequest(
            id, new Urn("urn:pulumi:dev::t::ovh-order:index:CloudProject::p"), CloudProjectDefinition.Token,
            olds, oldInputs, news, [.. ignored ?? []]));

    private static List<(string, PropertyDiffKind)> Kinds(
        PropertyValue.Map olds, PropertyValue.Map oldInputs, PropertyValue.Map news, string id = ProjectId) =>
        [.. Diff(olds, oldInputs, news, id: id).Changes.Select(c => (c.Key, c.Value.Kind))];
}
