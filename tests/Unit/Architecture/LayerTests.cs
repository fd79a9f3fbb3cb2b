using Mono.Cecil;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Tests.Unit.Architecture;

/// <summary>
/// Which room may know which: calls go down, answers come back up, nothing reaches sideways. Read from the compiled code, calls included.
/// </summary>
public sealed class LayerTests
{
    private const string Root = "PulumiOvhOrder";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Values"] = [],
        ["Plugin"] = ["Values"],
        ["Rpc"] = ["Plugin", "Values"],
        ["Ovh"] = [],
        ["Ordering"] = ["Ovh"],
        ["Configuration"] = ["Ovh", "Plugin", "Values"],
        ["Resources"] = ["Ordering", "Ovh", "Plugin", "Values"],
        ["Functions"] = ["Ordering", "Ovh", "Plugin", "Resources", "Values"],
    };

    private static readonly CompiledCode Provider = new(typeof(IProvider).Assembly.Location);

    [Fact]
    public void Rooms_know_only_the_rooms_below_them() => Provider.References
        .Where(edge => Room(edge.From) is { } from && Room(edge.To) is { } to && from != to && !Allowed[from].Contains(to))
        .Select(edge => $"{edge.From.FullName} -> {edge.To.FullName}")
        .Distinct()
        .ShouldBeEmpty();

    [Fact]
    public void Every_type_lives_in_a_room_or_builds_the_rooms()
    {
        string[] builders = ["Composition", "OrderPackage", "PackageSchemaResource", "Program"];

        Provider.Types
            .Where(t => Room(t) is null && t.Namespace.StartsWith(Root, StringComparison.Ordinal)
                && !builders.Any(b => t.FullName.StartsWith($"{Root}.{b}", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void What_the_composition_builds_is_handed_in_and_built_nowhere_else()
    {
        var built = Provider.Built.Where(b => b.By.Name == nameof(Composition) && Room(b.Type) == "Ordering").Select(b => b.Type.FullName)
            .ToHashSet();

        built.Count.ShouldBeGreaterThan(15);
        Provider.Built.Where(b => b.By.Name != nameof(Composition) && built.Contains(b.Type.FullName))
            .Select(b => $"{b.By.FullName} builds {b.Type.FullName}")
            .ShouldBeEmpty();
    }

    /// <summary>
    /// Only Decision says whose a cart or an order is, and only the gate's holder places one: a second way is what the laws cannot see.
    /// </summary>
    [Theory]
    [InlineData("Ovh.ICartApi", "CheckoutAsync", "Ordering.CheckoutSteps")]
    [InlineData("Ovh.IOrderApi", "PayAsync", "Ordering.Payment")]
    [InlineData("Ovh.IOrderApi", "PayWithRegisteredPaymentMeanAsync", "Ordering.Payment")]
    [InlineData("Ordering.Decision", "CreateBegins", "Ordering.Reconciler", "Resources.CloudProject.PreviewOfOrders")]
    [InlineData("Ordering.Decision", "BeforeCheckout", "Ordering.Reconciler")]
    [InlineData("Ordering.Decision", "CheckoutOutcomeUnknown", "Ordering.Reconciler")]
    [InlineData("Ordering.Decision", "AfterDelete", "Ordering.Reconciler")]
    public void What_spends_or_decides_is_called_from_one_place(string type, string method, params string[] callers) => Provider.Calls
        .Where(c => c.Method.DeclaringType.FullName == $"{Root}.{type}" && c.Method.Name == method && c.From.FullName != $"{Root}.{type}")
        .Select(c => c.From.FullName[(Root.Length + 1)..])
        .Distinct()
        .ShouldBe(callers, ignoreOrder: true);

    private static string? Room(TypeReference type) =>
        type.Namespace.Split('.') is [Root, var room, ..] && Allowed.ContainsKey(room) ? room : null;
}
