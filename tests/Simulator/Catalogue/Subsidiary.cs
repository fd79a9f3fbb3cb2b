namespace PulumiOvhOrder.Simulator.Catalogue;

internal sealed record Subsidiary(string Code, Site Site, string Currency, decimal TaxRate);

internal static class Subsidiaries
{
    private static readonly Subsidiary[] All =
    [
        new("CZ", Site.Eu, "CZK", 0.21m),
        new("DE", Site.Eu, "EUR", 0.19m),
        new("ES", Site.Eu, "EUR", 0.21m),
        new("EU", Site.Eu, "EUR", 0.20m),
        new("FI", Site.Eu, "EUR", 0.255m),
        new("FR", Site.Eu, "EUR", 0.20m),
        new("GB", Site.Eu, "GBP", 0.20m),
        new("IE", Site.Eu, "EUR", 0.23m),
        new("IT", Site.Eu, "EUR", 0.22m),
        new("LT", Site.Eu, "EUR", 0.21m),
        new("MA", Site.Eu, "MAD", 0.20m),
        new("NL", Site.Eu, "EUR", 0.21m),
        new("PL", Site.Eu, "PLN", 0.23m),
        new("PT", Site.Eu, "EUR", 0.23m),
        new("SN", Site.Eu, "XOF", 0.18m),
        new("TN", Site.Eu, "TND", 0.19m),
        new("ASIA", Site.Ca, "USD", 0m),
        new("AU", Site.Ca, "AUD", 0.10m),
        new("CA", Site.Ca, "CAD", 0.13m),
        new("IN", Site.Ca, "INR", 0.18m),
        new("QC", Site.Ca, "CAD", 0.14975m),
        new("SG", Site.Ca, "SGD", 0.09m),
        new("WE", Site.Ca, "USD", 0m),
        new("WS", Site.Ca, "USD", 0m),
        new("US", Site.Us, "USD", 0m),
    ];

    public static Subsidiary? FindOn(Site site, string code) =>
        Array.Find(All, subsidiary => subsidiary.Code == code && subsidiary.Site == site);

    public static string DefaultOf(Site site) => site switch
    {
        Site.Ca => "CA",
        Site.Us => "US",
        _ => "FR",
    };
}
