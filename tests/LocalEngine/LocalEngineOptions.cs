namespace PulumiOvhOrder.LocalEngine;

/// <summary>Where the program, the state and the provider are.</summary>
internal sealed record LocalEngineOptions
{
    public required IPluginLauncher Plugin { get; init; }

    public required IStateStore State { get; init; }

    /// <summary>
    /// What the schema says is secret, where that is known already; null asks a process of the plugin's own in every command.
    /// </summary>
    public PackageSecrets? Secrets { get; init; }

    /// <summary>The program's folder, and the plugin's working directory.</summary>
    public string ProgramDirectory { get; init; } = Path.GetTempPath();

    /// <summary>The program; null reads Pulumi.yaml in the folder.</summary>
    public string? ProgramText { get; init; }

    /// <summary>The stack's configuration; null reads Pulumi.STACK.yaml in the folder, when the program comes from there.</summary>
    public StackConfiguration? Configuration { get; init; }

    public string Stack { get; init; } = "dev";

    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>How many steps run at once.</summary>
    public int Parallel { get; init; } = 16;
}

/// <summary>The switches of a command, named as the CLI's.</summary>
/// <param name="Replace">URNs.</param>
/// <param name="Protect">Import only: protect what is imported.</param>
internal sealed record RunOptions(
    bool SkipPreview = false,
    bool PreviewOnly = false,
    bool Refresh = false,
    bool RunProgram = false,
    IReadOnlyList<string>? Replace = null,
    bool Protect = true);

/// <summary>What came of a command.</summary>
/// <param name="Steps">Of the last phase, in the order of their ends; those of a preview before it are in
/// <paramref name="Preview"/>.</param>
/// <param name="State">As it is now; after a preview, as it would be.</param>
/// <param name="Outputs">The program's; null when it didn't get to its end, or didn't run.</param>
internal sealed record RunResult(
    bool Succeeded,
    IReadOnlyList<ResourceStep> Steps,
    IReadOnlyList<Diagnostic> Diagnostics,
    StackState State,
    Map? Outputs,
    RunResult? Preview = null);
