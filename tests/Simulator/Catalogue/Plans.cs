namespace PulumiOvhOrder.Simulator.Catalogue;

internal static class Plans
{
    private const string Default = "default";

    public static IReadOnlyList<Plan> ProjectsOf(Site site) =>
    [
        Monthly(site == Site.Us ? "project" : "project.2018", "Public Cloud Project", 0),
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

    public static IReadOnlyList<Plan> OptionsOf(Site site) =>
    [
        Option("certification", site == Site.Us ? "certification.hds" : "certification.hds.2018", "HDS certification", 0),
        Option("credit", "credit", "Public Cloud credit", 10),
    ];

    private static Plan Option(string family, string code, string name, decimal amount) =>
        Monthly(code, name, amount) with { OptionFamily = family };

    private static Plan Monthly(string code, string name, decimal amount) => new(code, name,
    [
        new(PlanPrice.Once, Default, 0, "Installation fees"),
        new("P1M", Default, amount, "Monthly fees"),
    ]);
}
