namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Configuration labels of a cloud item that are inputs of their own, of the same name. Others may have written them as translated guides
/// show them.
/// </summary>
internal static class Labels
{
    public const string Description = "description";
    public const string Voucher = "voucher";

    private static readonly Dictionary<string, string> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        [Description] = Description,
        ["Beschreibung"] = Description,
        ["descripción"] = Description,
        ["descripcion"] = Description,
        ["descrizione"] = Description,
        ["descrição"] = Description,
        ["descricao"] = Description,
        ["opis"] = Description,
        [Voucher] = Voucher,
        ["Gutschein"] = Voucher,
        ["vale"] = Voucher,
        ["cupón"] = Voucher,
        ["buono"] = Voucher,
        ["bon"] = Voucher,
        ["kupon"] = Voucher,
        ["coupon"] = Voucher,
    };

    /// <summary>The one of these labels that is meant, in whatever spelling; null for any other label.</summary>
    public static string? Meant(string label) => Spellings.GetValueOrDefault(label);

    /// <summary>What one of these labels says. A value comes before none, and its own spelling before others.</summary>
    public static string? ValueOf(string name, IEnumerable<KeyValuePair<string, string>> labels) => labels
        .Where(l => Meant(l.Key) == name).OrderByDescending(l => l.Value.Length > 0).ThenByDescending(l => l.Key == name)
        .Select(l => l.Value).FirstOrDefault();
}
