using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using PulumiOvhOrder.Configuration;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;
using Refit;

namespace PulumiOvhOrder.Tests.Unit.Docs;

public sealed partial class DocumentationTests
{
    private const string Installation = "docs/installation-configuration.md";

    [Fact]
    public void Every_configuration_key_is_documented_with_its_environment_and_its_name_in_the_file()
    {
        var rows = ConfigRow().Matches(Repository.Text(Installation)).Select(m => (
            Key: m.Groups[1].Value,
            Type: m.Groups[2].Value,
            Environment: m.Groups[3].Value.Trim('`', ' '),
            File: m.Groups[4].Value.Trim('`', ' ')));

        rows.Select(r => (r.Key, r.Type.StartsWith("secret", StringComparison.Ordinal), r.Environment, r.File)).ShouldBe(
            ProviderConfigKeys.All.Select(k => (k.QualifiedName, k.IsSecret, k.Environment ?? "", k.FileKey ?? "")));
    }

    [Fact]
    public void The_first_rules_for_a_consumer_key_are_those_that_the_provider_checks()
    {
        ConsumerKeyRules().Take(AccessRights.ToOrder.Length).ShouldBe(AccessRights.ToOrder);
        Repository.Text(Installation).ShouldContain($"The first {AccessRights.ToOrder.Length} order, pay, read and rename");
    }

    [Fact]
    public void The_policy_for_a_service_account_names_each_action_that_the_provider_checks()
    {
        using var document = JsonDocument.Parse(Policy().Match(Repository.Text(Installation)).Groups[1].Value);

        var actions = document.RootElement.GetProperty("permissions").GetProperty("allow").EnumerateArray()
            .Select(a => a.GetProperty("action").GetString()).ToList();
        actions.ShouldBeUnique();
        IamActions.ToOrder.ShouldBeSubsetOf(actions);
    }

    [Fact]
    public void Every_route_of_the_provider_is_granted_by_a_rule_and_every_rule_is_for_a_route()
    {
        var routes = Routes().Select(route => new AccessRight(route.Split(' ')[0], Filled(route.Split(' ')[1]))).ToList();
        var rules = ConsumerKeyRules().Select(right => new AccessRule(right.Method, right.Path)).ToList();

        routes.Count.ShouldBeGreaterThan(40);
        routes.Where(route => !rules.Any(route.IsGrantedBy)).ShouldBeEmpty();
        rules.Where(rule => !routes.Any(route => route.IsGrantedBy(rule))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_call_in_the_documentation_is_a_route_of_the_provider()
    {
        var routes = Routes();

        foreach (var call in Call().Matches(Repository.Text("docs/how-it-orders.md")).Select(m => m.Groups[1].Value))
        {
            routes.ShouldContain(route => route == Placeholder().Replace(call.Split('?')[0], "{}"), call);
        }
    }

    [Fact]
    public void The_lines_that_are_said_to_decide_are_where_they_are_said_to_be()
    {
        var section = Repository.Text("CONTRIBUTING.md").Split("## ")
            .Single(s => s.StartsWith("Which line decides?", StringComparison.Ordinal));
        var rows = section.Split('\n').Where(line => line.StartsWith('|')).Skip(2).Select(row => row.Split('|')[2]).ToList();

        rows.Count.ShouldBeGreaterThan(3);
        foreach (var row in rows)
        {
            var quoted = Quoted().Matches(row).Select(m => m.Groups[1].Value).ToLookup(q => q.EndsWith(".cs", StringComparison.Ordinal));
            var code = string.Concat(quoted[true].Select(file => Repository.Text($"provider/{file}")));
            quoted[true].ShouldNotBeEmpty(row);
            quoted[false].Where(words => !code.Contains(words, StringComparison.Ordinal)).ShouldBeEmpty(row);
        }
    }

    [Fact]
    public void Links_between_pages_lead_somewhere()
    {
        foreach (var page in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md"))
        {
            foreach (var link in Link().Matches(File.ReadAllText(page)).Select(m => m.Groups[1].Value))
            {
                File.Exists(Path.Combine(Path.GetDirectoryName(page)!, link)).ShouldBeTrue($"{Path.GetFileName(page)}: {link}");
            }
        }
    }

    private static List<AccessRight> ConsumerKeyRules()
    {
        using var rules = JsonDocument.Parse(Json().Match(Repository.Text(Installation)).Groups[1].Value);
        return [.. rules.RootElement.EnumerateArray()
            .Select(r => new AccessRight(r.GetProperty("method").GetString()!, r.GetProperty("path").GetString()!))];
    }

    /// <summary>A route as it is called, with something for each placeholder.</summary>
    private static string Filled(string route) => route.Replace("{}", "1", StringComparison.Ordinal);

    /// <summary>Verb and path of every route that the provider calls with a consumer key.</summary>
    private static List<string> Routes() =>
    [
        .. typeof(OvhApi).Assembly.GetTypes()
            .Where(type => type.IsInterface && type.Namespace == typeof(OvhApi).Namespace && type != typeof(IIamApi))
            .SelectMany(api => api.GetMethods())
            .Select(method => method.GetCustomAttribute<HttpMethodAttribute>()).OfType<HttpMethodAttribute>()
            .Select(route => $"{route.Method} {Placeholder().Replace(route.Path.Split('?')[0], "{}")}"),
    ];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\| `(ovh-order:\w+)` \| ([^|]*?) \|([^|]*)\|([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex ConfigRow();

    [GeneratedRegex(@"```json\n(\{.*?\})\n```", RegexOptions.Singleline)]
    private static partial Regex Policy();

    [GeneratedRegex(@"```json\n(\[.*?\])\n```", RegexOptions.Singleline)]
    private static partial Regex Json();

    [GeneratedRegex(@"`((?:GET|POST|PUT|DELETE) /[^`…]*)`")]
    private static partial Regex Call();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\]\(([\w-]+\.md)\)")]
    private static partial Regex Link();
}
