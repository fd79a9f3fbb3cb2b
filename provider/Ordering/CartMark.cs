using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// The description of every cart that this provider makes for a resource: readable to a person, the same in every run, and with a
/// digest of the resource's whole URN, so that no other resource's cart is mistaken for it. It has two forms, one after the
/// other: while a run is under way, and when the engine has what came of it for certain.
/// </summary>
internal static class CartMark
{
    public const string Prefix = "pulumi-ovh-order";

    /// <summary>On temporary carts, which belong to no resource.</summary>
    public const string Quote = Prefix + " quote";

    private const string DoneWord = " done ";
    private const int ReadableLength = 80;
    private const int DigestLength = 20;

    /// <param name="urn">The whole URN.</param>
    /// <param name="readable">For people, such as <c>dev/website/cloud-project</c>; cut when it is long.</param>
    public static string For(string urn, string readable)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(urn)))[..DigestLength];
        var ascii = new string([.. readable.Take(ReadableLength).Select(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' ? c : '_')]);
        return $"{Prefix} {ascii} {digest}";
    }

    /// <summary>In the engine's state, so that no later Create takes the order for its own. Names the order, which nothing else ties to its cart.</summary>
    public static string Done(string mark, OrderId order) => $"{Prefix}{DoneWord}{order}{mark[Prefix.Length..]}";

    /// <summary>Whether a mark that is done is this resource's.</summary>
    public static bool IsOf(string mark, string? description) => OrderIn(description) is { } order && description == Done(mark, order);

    /// <summary>The order that is named in a mark that is done; null in any other.</summary>
    public static OrderId? OrderIn(string? description) =>
        description?.StartsWith(Prefix + DoneWord, StringComparison.Ordinal) == true
        && long.TryParse(description[(Prefix + DoneWord).Length..].Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var order)
            ? new OrderId(order)
            : null;
}
