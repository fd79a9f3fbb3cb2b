using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator.Carts;

/// <summary>As on the real API nothing is judged here: any label and value gets an id, twice too. Checkout is the judge.</summary>
internal static class ConfigurationRoutes
{
    private const string Item = "/order/cart/{cartId:uuid}/item/{itemId:long}";

    public static IEnumerable<Route> All =>
    [
        new("GET", Item + "/configuration", true, List),
        new("POST", Item + "/configuration", true, Add),
        new("GET", Item + "/configuration/{configurationId:long}", true, call => ToJson(Find(call, FindItem(call)))),
        new("DELETE", Item + "/configuration/{configurationId:long}", true, Remove),
        new("GET", Item + "/requiredConfiguration", true, call => RequirementsOf(call.Settings, FindItem(call)).Select(requirement => new
        {
            label = requirement.Label,
            type = requirement.Type,
            required = requirement.Required,
            fields = requirement.Fields,
            allowedValues = requirement.AllowedValues,
        })),
    ];

    public static IReadOnlyList<ConfigurationRequirement> BuiltIn { get; } =
    [
        new() { Label = Labels.Description },
        new() { Label = Labels.Voucher },
        new() { Label = Labels.Vrack },
        new() { Label = Labels.Infrastructure },
    ];

    public static IReadOnlyList<ConfigurationRequirement> RequirementsOf(SimulatorSettings settings, CartItem item) =>
        item.IsProject ? settings.RequiredConfiguration ?? BuiltIn : [];

    private static CartItem FindItem(ApiCall call) => ItemRoutes.Find(call, CartRoutes.Find(call));

    private static ConfigurationEntry Find(ApiCall call, CartItem item) =>
        item.Configuration.Find(entry => entry.Id == call.PathLong("configurationId"))
        ?? throw ApiException.NoSuchObject("configurationId", call.Path("configurationId"));

    private static IEnumerable<long> List(ApiCall call) => FindItem(call).Configuration
        .Where(entry => (call.Query("label") ?? entry.Label) == entry.Label)
        .Select(entry => entry.Id);

    private static object Add(ApiCall call)
    {
        var item = ItemRoutes.Find(call, CartRoutes.FindEditable(call));
        var (label, value) = (call.RequiredText("label"), call.RequiredText("value"));
        var entry = new ConfigurationEntry(call.World.NextId("configuration"), label, value);
        item.Configuration.Add(entry);
        return ToJson(entry);
    }

    private static object? Remove(ApiCall call)
    {
        var item = ItemRoutes.Find(call, CartRoutes.FindEditable(call));
        item.Configuration.Remove(Find(call, item));
        return null;
    }

    private static object ToJson(ConfigurationEntry entry) => new { id = entry.Id, label = entry.Label, value = entry.Value };
}
