using System.Security.Cryptography;
using System.Text;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// The description of every cart that this provider makes for a resource: readable to a person, the same in every run, and with a digest of
/// the resource's whole URN, so that no other resource's cart is mistaken for it. Written once, and never changed.
/// </summary>
internal static class CartTag
{
    public const string Prefix = "pulumi-ovh-order";

    /// <summary>On temporary carts, which belong to no resource.</summary>
    public const string Quote = Prefix + " quote";

    private const string OptionsWord = "options";

    private const int ReadableLength = 80;
    private const int DigestLength = 20;
    private const int ProjectLength = 8;

    /// <param name="urn">The whole URN.</param>
    /// <param name="readable">For people, such as <c>dev/website/cloud-project</c>; cut when it is long.</param>
    public static string For(string urn, string readable)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(urn)))[..DigestLength];
        var ascii = new string(
            [.. readable.Take(ReadableLength).Select(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' ? c : '_')]);
        return $"{Prefix} {ascii} {digest}";
    }

    /// <summary>
    /// Of carts that hold nothing but options for this project of the resource with this tag: neither kind is ever taken for the other, nor
    /// what was ordered for a project for that of its replacement.
    /// </summary>
    public static string ForOptions(string tag, ProjectId project) => $"{tag} {OptionsWord} {project.ToString()[..ProjectLength]}";

    public static bool IsOfOptions(string? description) =>
        description?.Split(' ') is [Prefix, .., OptionsWord, { Length: ProjectLength }];

    /// <summary>The tag of the resource for which the cart was made, with a project or with options.</summary>
    public static string OfResource(string tag) => IsOfOptions(tag) ? string.Join(' ', tag.Split(' ').SkipLast(2)) : tag;

    /// <summary>Whether two tags are of resources in the same stack of the same project.</summary>
    public static bool IsOfSameStack(string? description, string tag) => description is not null && StackOf(description) == StackOf(tag);

    /// <summary>Whether a cart was made for another resource of this provider, in whatever stack.</summary>
    public static bool IsAnothers(string? description, string tag) =>
        description?.StartsWith(Prefix + " ", StringComparison.Ordinal) == true && !IsOfQuote(description) && description != tag;

    /// <summary>The readable part of a resource's tag has more than a word.</summary>
    private static bool IsOfQuote(string description) =>
        description == Quote || description.StartsWith($"{Quote} {OptionsWord} ", StringComparison.Ordinal);

    private static string StackOf(string tag) => string.Join('/', tag.Split('/').Take(2));
}
