using System.Net;
using System.Text.RegularExpressions;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Finds the token in the e-mail that asks to confirm the end of a project, as text or HTML, also where its transfer encoding was left in
/// it.
/// </summary>
internal static partial class TerminationLink
{
    private const string Parameters = "/billing/confirmTerminate?";

    /// <summary>Null where the e-mail has no link, or does not speak of the project.</summary>
    public static Secret? TokenIn(Secret body, ProjectId project)
    {
        var text = Decoded(body.Reveal());
        if (!text.Contains(project.Value, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // What OVHcloud's ids in the link name is not known: one that names another project only comes last.
        var best = Link().Matches(text).Select(link => link.Groups["query"].Value)
            .Where(query => Value(query, "token") is not null)
            .OrderBy(query => Value(query, "id") is not { } id || !ProjectId.TryParse(id.ToLowerInvariant(), out var named) ? 1
                : named == project ? 0
                : 2)
            .FirstOrDefault();
        return best is null ? null : new Secret(Value(best, "token")!);
    }

    /// <summary>HTML may be escaped once more on its way into the API's answer.</summary>
    private static string Decoded(string body)
    {
        var text = SoftBreak().Replace(body, "");
        text = text.Contains(Parameters + "id=3D", StringComparison.Ordinal) ? text.Replace("=3D", "=", StringComparison.Ordinal) : text;
        return WebUtility.HtmlDecode(WebUtility.HtmlDecode(text));
    }

    private static string? Value(string query, string name) => query.Split('&')
        .Where(part => part.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(part => Word().Match(part[(name.Length + 1)..]).Value).FirstOrDefault(value => value.Length > 0);

    [GeneratedRegex("/billing/confirmTerminate\\?(?<query>[A-Za-z0-9&=_-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    /// <summary>How quoted-printable breaks a line that has no end there.</summary>
    [GeneratedRegex("(?<=[^=\\s])=\\r?\\n", RegexOptions.CultureInvariant)]
    private static partial Regex SoftBreak();

    [GeneratedRegex("\\A[A-Za-z0-9_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
