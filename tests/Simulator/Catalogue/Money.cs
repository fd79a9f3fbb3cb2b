using System.Globalization;

namespace PulumiOvhOrder.Simulator.Catalogue;

internal static class Money
{
    public const string Points = "points";

    private const long UcentsPerUnit = 100_000_000;

    public static object ToJson(decimal value, string currency) => new
    {
        currencyCode = currency,
        text = ToText(value, currency),
        value,
        priceInUcents = ToUcents(value),
    };

    public static long ToUcents(decimal value) => (long)(value * UcentsPerUnit);

    public static string Symbol(string currency) => currency switch
    {
        "EUR" => "€",
        "GBP" => "£",
        "USD" or "CAD" or "AUD" or "SGD" => "$",
        "PLN" => "zł",
        "CZK" => "Kč",
        _ => currency,
    };

    private static string ToText(decimal value, string currency)
    {
        var amount = value.ToString("0.00", CultureInfo.InvariantCulture);
        return currency switch
        {
            Points => value.ToString("0", CultureInfo.InvariantCulture) + " PTS",
            "GBP" or "USD" => Symbol(currency) + amount,
            _ => $"{amount} {Symbol(currency)}",
        };
    }
}
