using System.Text.Json;
using System.Text.RegularExpressions;
using PulumiOvhOrder.Configuration;
using PulumiOvhOrder.Ordering;

namespace PulumiOvhOrder.Tests.Unit.Docs;

/// <summary>
/// The commands that README and documentation tell a user to type. Those of make are run by CI. Those of the Pulumi CLI, which build
/// machines do not have, are done by the local engine, or are here with the reason why nothing runs them.
/// </summary>
public sealed partial class CommandTests
{
    /// <summary>What tests/LocalEngine does under the same names.</summary>
    private static readonly string[] Played = ["preview", "up", "refresh", "destroy", "import"];

    /// <summary>
    /// What only the real CLI does: it writes or prints files of its own, or asks a registry; the provider is not called, or only for its
    /// schema.
    /// </summary>
    private static readonly string[] OnlyTheCli =
        ["stack init", "stack output", "config set", "plugin install", "package add", "install", "state delete", "cancel"];

    public static TheoryData<string> Commands =>
        [.. Pages().SelectMany(page => CommandsOf(page.Text).Select(command => $"{page.Name}: {command}")).Distinct()];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_one_that_is_tried(string where)
    {
        var command = where[(where.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        switch (command.Split(' ')[0])
        {
            case "make":
                IsTarget(command).ShouldBeTrue(command);
                break;
            case "pulumi":
                IsOfPulumi(command["pulumi ".Length..]).ShouldBeTrue(command);
                break;
            default:
                // Packages of this name are not published yet.
                command.ShouldBe("dotnet add package Pulumi.OvhOrder");
                break;
        }
    }

    [Fact]
    public void Links_of_the_readme_lead_somewhere()
    {
        foreach (var link in Link().Matches(Repository.Text("README.md")).Select(m => m.Groups[1].Value))
        {
            Path.Exists(Path.Combine(Repository.Root, link)).ShouldBeTrue(link);
        }
    }

    private static bool IsTarget(string command) => command == "make"
        || Regex.IsMatch(Repository.Text("Makefile"), $@"^{Regex.Escape(command.Split(' ')[1])}:.*## ", RegexOptions.Multiline);

    private static bool IsOfPulumi(string command)
    {
        if (command.StartsWith("config set ovh-order:", StringComparison.Ordinal))
        {
            var words = command.Split(' ');
            return ProviderConfigKeys.All.Any(key => key.QualifiedName == words[2] && key.IsSecret == words.Contains("--secret"));
        }

        if (command.StartsWith("import ", StringComparison.Ordinal))
        {
            return command.StartsWith("import ovh-order:index:CloudProject ", StringComparison.Ordinal) && command.Split(' ').Length == 4;
        }

        if (command == "do")
        {
            return true;
        }

        if (command.StartsWith("do ", StringComparison.Ordinal))
        {
            return IsDirect(command.Split(' ')[1..]);
        }

        return Played.Contains(command.Split(' ')[0])
            || OnlyTheCli.Any(known => command == known || command.StartsWith(known + " ", StringComparison.Ordinal));
    }

    /// <summary><c>pulumi do</c> makes its commands and flags from the schema: they name what the schema has.</summary>
    private static bool IsDirect(string[] words)
    {
        using var schema = JsonDocument.Parse(PackageSchemaResource.Bytes);
        if (schema.RootElement.GetProperty("functions").TryGetProperty(words[0], out var function))
        {
            return HasFlags(function.GetProperty("inputs").GetProperty("properties"), words[1..]);
        }

        if (!schema.RootElement.GetProperty("resources").TryGetProperty(words[0], out var resource))
        {
            return false;
        }

        var isOne = words[1] is "read" or "patch" or "delete";
        return (words[1] is "create" or "list" || (isOne && ResourceId.Parse(words[2]) is not null))
            && HasFlags(
                words[1] == "list" ? resource.GetProperty("listInputs").GetProperty("properties") : resource.GetProperty("inputProperties"),
                words[(isOne ? 3 : 2)..]);
    }

    private static bool HasFlags(JsonElement properties, string[] words) => words.Where(w => w.StartsWith("--", StringComparison.Ordinal))
        .All(flag => flag is "--dry-run" or "--stateless" or "--help" || properties.TryGetProperty(flag[2..], out _));

    private static IEnumerable<(string Name, string Text)> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "examples"), "README.md", SearchOption.AllDirectories))
            .Append(Path.Combine(Repository.Root, "README.md"))
            .Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)));

    /// <summary>Lines of blocks, and what stands in backticks with more than a name.</summary>
    private static IEnumerable<string> CommandsOf(string text) => InBlock().Matches(text).Concat(InLine().Matches(text))
        .Select(m => m.Groups[1].Value.Trim());

    [GeneratedRegex(@"^(?: {4})?((?:make|pulumi|dotnet)(?: [^#\n]*)?)(?:#.*)?$", RegexOptions.Multiline)]
    private static partial Regex InBlock();

    [GeneratedRegex(@"`((?:make|pulumi|dotnet) [^`\n]+)`")]
    private static partial Regex InLine();

    [GeneratedRegex(@"\]\(([\w./-]+)(?:#[\w-]+)?\)")]
    private static partial Regex Link();
}
