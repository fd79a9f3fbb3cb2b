using PulumiOvhOrder.Simulator.Catalogue;
using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.Projects;

namespace PulumiOvhOrder.Simulator.Carts;

/// <summary>Options for a project that exists already.</summary>
internal static class ServiceOptionRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("GET", "/order/cartServiceOption/cloud", false, call => ProjectRoutes.Visible(call).Select(project => project.Id)),
        new("GET", "/order/cartServiceOption/cloud/{projectId}", false, call =>
        {
            ProjectRoutes.Find(call);
            return Plans.OptionsOf(call.World).Select(plan => CatalogueRoutes.OptionOffer(plan, call.World.Subsidiary));
        }),
        new("POST", "/order/cartServiceOption/cloud/{projectId}", false, call =>
        {
            var project = ProjectRoutes.Find(call);
            var cart = CartRoutes.FindEditable(call, call.RequiredText("cartId"));
            var plan = CatalogueRoutes.FindOption(call.World, call.RequiredText("planCode"));
            return ItemRoutes.Add(call, cart, plan, projectId: project.Id);
        }),
    ];
}
