using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace PulumiOvhOrder.Tests.Unit.GitHub;

/// <summary>
/// What can be told here of files that only GitHub runs: they parse, and whatever they call exists. actionlint reads them in
/// tests/OfficialClients.
/// </summary>
public sealed partial class WorkflowTests
{
    private const string Folder = ".github";

    public static TheoryData<string> Workflows => [.. Files("workflows", "*.yml")];

    public static TheoryData<string> AllYaml => [.. Files("", "*.yml")];

    [Theory]
    [MemberData(nameof(AllYaml))]
    public void Every_file_is_one_yaml_document(string file) => Document(file).Children.ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_make_target_of_a_step_exists(string file)
    {
        var targets = Target().Matches(Repository.Text("Makefile")).Select(m => m.Groups[1].Value).ToList();

        foreach (var called in Commands(file).SelectMany(command => MakeCall().Matches(command)).Select(m => m.Groups[1].Value))
        {
            targets.ShouldContain(called);
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_script_and_project_of_a_step_exists(string file)
    {
        var paths = Commands(file).SelectMany(command => OwnPath().Matches(command)).Select(m => m.Value);

        foreach (var path in paths.Where(path => !path.Contains("/bin/", StringComparison.Ordinal)))
        {
            Path.Exists(Path.Combine(Repository.Root, path)).ShouldBeTrue(path);
            if (!OperatingSystem.IsWindows() && (path.EndsWith(".sh", StringComparison.Ordinal) || path == ".ci/run"))
            {
                File.GetUnixFileMode(Path.Combine(Repository.Root, path)).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue(path);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_to_a_commit_with_its_version_beside_it(string file)
    {
        var uses = Uses().Matches(Repository.Text(file)).Select(m => m.Groups[1].Value).ToList();

        uses.ShouldNotBeEmpty();
        uses.ShouldAllBe(action => Pinned().IsMatch(action));
    }

    [Fact]
    public void An_action_has_one_version_in_all_workflows() =>
        Files("workflows", "*.yml").SelectMany(file => Uses().Matches(Repository.Text(file))).Select(m => m.Groups[1].Value)
            .Distinct()
            .GroupBy(action => action[..action.IndexOf('@', StringComparison.Ordinal)])
            .Where(versions => versions.Count() > 1)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_may_read_only_where_a_job_does_not_say_more(string file)
    {
        var permissions = (YamlMappingNode)Document(file).Children[new YamlScalarNode("permissions")];

        permissions.Children.Select(p => $"{p.Key}: {p.Value}").ShouldBe(["contents: read"]);
    }

    [Fact]
    public void Jobs_have_a_time_limit() =>
        Files("workflows", "*.yml").SelectMany(Jobs)
            .Where(job => !job.Value.Children.ContainsKey(new YamlScalarNode("timeout-minutes")))
            .Select(job => job.Name)
            .ShouldBeEmpty();

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static YamlMappingNode Document(string file)
    {
        var yaml = new YamlStream();
        using var text = new StringReader(Repository.Text(file));
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents.ShouldHaveSingleItem().RootNode;
    }

    private static IEnumerable<(string Name, YamlMappingNode Value)> Jobs(string file) =>
        ((YamlMappingNode)Document(file).Children[new YamlScalarNode("jobs")]).Children
            .Select(job => ($"{file}: {job.Key}", (YamlMappingNode)job.Value));

    private static IEnumerable<string> Commands(string file) => Jobs(file)
        .SelectMany(job => (YamlSequenceNode)job.Value.Children[new YamlScalarNode("steps")])
        .Select(step => ((YamlMappingNode)step).Children.TryGetValue(new YamlScalarNode("run"), out var run) ? run.ToString() : "");

    [GeneratedRegex(@"^([a-z-]+):", RegexOptions.Multiline)]
    private static partial Regex Target();

    [GeneratedRegex(@"(?:^|[;&|] *)make ([a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex MakeCall();

    [GeneratedRegex(@"(?<![\w./])(?:\.ci|scripts|tests|sdk|provider|examples)/[\w./-]+|\b\w+\.sln\b")]
    private static partial Regex OwnPath();

    [GeneratedRegex(@"^ *(?:- )?uses: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex(@"^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
