using System.Collections.Immutable;
using PulumiOvhOrder.LocalEngine.Plugins;
using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.LocalEngine.State;

namespace PulumiOvhOrder.LocalEngine;

/// <summary>Where the program, the state and the provider are.</summary>
internal sealed record LocalEngineOptions
{
    public required IPluginLauncher Plugin { get; init; }

    public required IStateStore State { get; init; }

    /// <summary>What the schema says is secret, where that is known already; null asks a process of the plugin's own in every command.</summary>
    public PackageSecrets? Secrets { get; init; }

    /// <summary>The program's folder, and the plugin's working directory.</summary>
    public string ProgramDirectory { get; init; } = Path.GetTempPath();

    /// <summary>The program; null reads Pulumi.yaml in the folder.</summary>
    public string? ProgramText { get; init; }

    /// <summary>The stack's configuration; null reads Pulumi.STACK.yaml in the folder, when the program comes from there.</summary>
    public StackConfiguration? Configuration { get; init; }

    public string Stack { get; init; } = "dev";

    /// <summary>Added to the plugin's environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    public TextWriter Output { get; init; } = TextWriter.Null;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How many steps run at once.</summary>
    public int Parallel { get; init; } = 16;
}

/// <summary>The switches of a command, named as the CLI's.</summary>
internal sealed record RunOptions
{
    public bool SkipPreview { get; init; }

    public bool PreviewOnly { get; init; }

    public bool Refresh { get; init; }

    public bool RunProgram { get; init; }

    /// <summary>Shows the properties of what changes in an update too; a preview always does.</summary>
    public bool Diff { get; init; }

    /// <summary>URNs to replace.</summary>
    public ImmutableArray<string> Replace { get; init; } = [];

    /// <summary>Import only: protect what is imported.</summary>
    public bool Protect { get; init; } = true;
}
