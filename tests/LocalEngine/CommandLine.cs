using System.Globalization;

namespace PulumiOvhOrder.LocalEngine;

/// <summary>The program's arguments: a command, its operands, and switches named as the Pulumi CLI's.</summary>
internal sealed record CommandLine(string Command, IReadOnlyList<string> Operands, RunOptions Run, LocalEngineOptions Options)
{
    public const string Usage = """
        usage: local-engine COMMAND [--plugin PATH] [--cwd DIR] [--stack NAME] [switches]

        commands: preview | up | refresh | destroy | import TYPE NAME ID

        switches:
          --plugin PATH      default: ./pulumi-resource-ovh-order
          --skip-preview     update at once
          --preview-only     only show what would be done
          --refresh          read every resource back first
          --run-program      let the program configure the providers
          --replace URN      replace this resource (may be repeated)
          --protect=false    import only: don't protect what is imported
          --parallel N       steps at once, default 16
        """;

    private static readonly string[] WithValue = ["--cwd", "--stack", "--plugin", "--parallel", "--replace"];

    // The last three steer the real CLI's questions and its display, and mean nothing here.
    private static readonly string[] WithoutValue =
        ["--skip-preview", "--preview-only", "--refresh", "--run-program", "--protect=false", "--yes", "--refresh=false", "--diff"];

    public static CommandLine Parse(IReadOnlyList<string> arguments, TextWriter output)
    {
        var (operands, switches) = (new List<string>(), new List<(string Name, string Value)>());
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
        {
            if (WithValue.Contains(argument))
            {
                switches.Add((argument, rest.TryDequeue(out var value) ? value : throw new ProgramException($"{argument} needs a value")));
            }
            else if (WithoutValue.Contains(argument))
            {
                switches.Add((argument, ""));
            }
            else
            {
                operands.Add(argument.StartsWith("--", StringComparison.Ordinal)
                    ? throw new ProgramException($"unknown switch {argument}\n\n{Usage}")
                    : argument);
            }
        }

        var given = switches.ToLookup(s => s.Name, s => s.Value);
        return operands is [var command, .. var others]
            ? new CommandLine(command, others, ReadRun(given), ReadOptions(given, output))
            : throw new ProgramException(Usage);
    }

    private static RunOptions ReadRun(ILookup<string, string> given) => new(
        SkipPreview: given.Contains("--skip-preview"),
        PreviewOnly: given.Contains("--preview-only"),
        Refresh: given.Contains("--refresh"),
        RunProgram: given.Contains("--run-program"),
        Replace: given.Contains("--replace") ? [.. given["--replace"]] : null,
        Protect: !given.Contains("--protect=false"));

    private static LocalEngineOptions ReadOptions(ILookup<string, string> given, TextWriter output)
    {
        var (directory, stack) = (given["--cwd"].LastOrDefault("."), given["--stack"].LastOrDefault("dev"));
        return new LocalEngineOptions
        {
            Plugin = new ProcessLauncher(given["--plugin"].LastOrDefault("pulumi-resource-ovh-order"), TimeProvider.System),
            State = new StateFile(Path.Combine(directory, $"{stack}.state.json")),
            ProgramDirectory = directory,
            Stack = stack,
            Output = output,
            Parallel = int.Parse(given["--parallel"].LastOrDefault("16"), CultureInfo.InvariantCulture),
        };
    }
}
