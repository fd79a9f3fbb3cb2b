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

    public static CommandLine Parse(IReadOnlyList<string> arguments, TextWriter output)
    {
        var (operands, run) = (new List<string>(), new RunOptions());
        var values = new Dictionary<string, string>
        {
            ["--cwd"] = ".",
            ["--stack"] = "dev",
            ["--plugin"] = "pulumi-resource-ovh-order",
            ["--parallel"] = "16",
        };
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                operands.Add(arguments[i]);
            }
            else if (values.ContainsKey(arguments[i]))
            {
                values[arguments[i]] = Value();
            }
            else
            {
                run = Switch(run, arguments[i], Value);
            }

            string Value() => ++i < arguments.Count ? arguments[i] : throw new ProgramException($"{arguments[i - 1]} needs a value");
        }

        var options = new LocalEngineOptions
        {
            Plugin = new ProcessLauncher(values["--plugin"], TimeProvider.System),
            State = new StateFile(Path.Combine(values["--cwd"], $"{values["--stack"]}.state.json")),
            ProgramDirectory = values["--cwd"],
            Stack = values["--stack"],
            Output = output,
            Parallel = int.Parse(values["--parallel"], CultureInfo.InvariantCulture),
        };
        return operands is [var command, ..]
            ? new CommandLine(command, [.. operands.Skip(1)], run, options)
            : throw new ProgramException(Usage);
    }

    /// <summary>
    /// A switch of the command itself; those that steer the real CLI's questions and its display are accepted and mean nothing.
    /// </summary>
    private static RunOptions Switch(RunOptions run, string name, Func<string> value) => name switch
    {
        "--skip-preview" => run with { SkipPreview = true },
        "--yes" or "--refresh=false" or "--diff" => run,
        "--preview-only" => run with { PreviewOnly = true },
        "--refresh" => run with { Refresh = true },
        "--run-program" => run with { RunProgram = true },
        "--replace" => run with { Replace = [.. run.Replace ?? [], value()] },
        "--protect=false" => run with { Protect = false },
        _ => throw new ProgramException($"unknown switch {name}\n\n{Usage}"),
    };
}
