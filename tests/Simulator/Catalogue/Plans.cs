namespace PulumiOvhOrder.Simulator.Catalogue;

internal static class Plans
{
    private const string Default = "default";

    public static IReadOnlyList<Plan> ProjectsOf(World world) =>
    [
        Dated(world, "project", "Public Cloud Project"),
        Monthly("project.discovery", "Public Cloud Discovery Project", 0),

        // The one plan that costs something and that has a second mode.
        new Plan("project.legacy", "Public Cloud Project (legacy)",
        [
            new(PlanPrice.Once, Default, 5, "Installation fees"),
            new("P1M", Default, 10, "Monthly fees"),
            new(PlanPrice.Once, "upfront12", 0, "Installation fees"),
            new("P1Y", "upfront12", 100, "Yearly fees, paid upfront"),
        ]),
    ];

    public static IReadOnlyList<Plan> OptionsOf(World world) =>
    [
        Dated(world, "certification.hds", "HDS certification") with { OptionFamily = "certification" },
        Monthly("credit", "Public Cloud credit", 10) with { OptionFamily = "credit" },
        Monthly("cloud.credit", "Public Cloud credit", 1) with { OptionFamily = "credit" },
    ];

    /// <summary>Some sites have these plans without a year in their code, and call them deliveries.</summary>
    private static Plan Dated(World world, string code, string name) => world.Site == Site.Us || world.Settings.UndatedPlans
        ? Monthly(code, name, 0) with { Type = "delivery" }
        : Monthly(code + ".2018", name, 0);

    private static Plan Monthly(string code, string name, decimal amount) => new(code, name,
    [
        new(PlanPrice.Once, Default, 0, "Installation fees"),
        new("P1M", Default, amount, "Monthly fees"),
    ]);
}
