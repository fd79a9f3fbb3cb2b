using System.Globalization;
using PulumiOvhOrder.LocalEngine.Plugins;
using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.LocalEngine.State;

namespace PulumiOvhOrder.LocalEngine;

/// <summary>The program's arguments: a command, its operands, and switches named as the Pulumi CLI's.</summary>
internal sealed record CommandLine(string Command, IReadOnlyList<string> Operands, RunOptions Run, LocalEngineOptions Options)
{
    public const string Usage = """
        usage: local-engine COMMAND --plugin PATH [--cwd DIR] [--stack NAME] [--state FILE] [switches]

        commands:
          preview | up | refresh | destroy
          import TYPE NAME ID
          taint URN
          package get-schema

        switches:
          --attach PORT      use a provider that already listens, instead of --plugin
          --state FILE       default: DIR/STACK.state.json
          --skip-preview     update at once
          --preview-only     only show what would be done
          --refresh          read every resource back first
          --run-program      let the program configure the providers
          --replace URN      replace this resource (may be repeated)
          --protect=false    import only: don't protect what is imported
          --diff             show properties in updates too
          --parallel N       steps at once, default 16
        """;

    public static CommandLine Parse(IReadOnlyList<string> arguments, TextWriter output)
    {
        var (operands, run) = (new List<string>(), new RunOptions());
        var (directory, stack, parallel) = (".", "dev", 16);
        string? state = null;
        IPluginLauncher? plugin = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--cwd":
                    directory = Value();
                    break;
                case "--stack":
                    stack = Value();
                    break;
                case "--state":
                    state = Value();
                    break;
                case "--plugin":
                    plugin = new ProcessLauncher(Value(), TimeProvider.System);
                    break;
                case "--attach":
                    plugin = new AttachLauncher(int.Parse(Value(), CultureInfo.InvariantCulture));
                    break;
                case "--parallel":
                    parallel = int.Parse(Value(), CultureInfo.InvariantCulture);
                    break;
                case var name when name.StartsWith("--", StringComparison.Ordinal):
                    run = Switch(run, name, Value);
                    break;
                case var operand:
                    operands.Add(operand);
                    break;
            }

            string Value() => ++i < arguments.Count ? arguments[i] : throw new ProgramException($"{arguments[i - 1]} needs a value");
        }

        var options = new LocalEngineOptions
        {
            Plugin = plugin ?? new NoPlugin(),
            State = new StateFile(state ?? Path.Combine(directory, $"{stack}.state.json")),
            ProgramDirectory = directory,
            Stack = stack,
            Output = output,
            Parallel = parallel,
        };
        return operands is [var command, ..]
            ? new CommandLine(command, [.. operands.Skip(1)], run, options)
            : throw new ProgramException(Usage);
    }

    /// <summary>A switch of the command itself; those that steer the real CLI's questions are accepted and mean nothing.</summary>
    public static RunOptions Switch(RunOptions run, string name, Func<string> value) => name switch
    {
        "--skip-preview" => run with { SkipPreview = true },
        "--yes" or "--refresh=false" => run,
        "--preview-only" => run with { PreviewOnly = true },
        "--refresh" => run with { Refresh = true },
        "--run-program" => run with { RunProgram = true },
        "--diff" => run with { Diff = true },
        "--replace" => run with { Replace = run.Replace.Add(value()) },
        "--protect=false" => run with { Protect = false },
        _ => throw new ProgramException($"unknown switch {name}\n\n{Usage}"),
    };

    private sealed class NoPlugin : IPluginLauncher
    {
        public Task<IPluginProcess> StartAsync(PluginLaunch launch, CancellationToken cancellationToken)
            => throw new ProgramException("--plugin PATH or --attach PORT is needed");
    }
}
