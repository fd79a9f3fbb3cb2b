namespace PulumiOvhOrder.Tests;

/// <summary>What ends a run at a call to the API, whatever that answers.</summary>
internal enum Interruption
{
    /// <summary>The plugin dies; the engine goes on and saves what it knows.</summary>
    PluginKilled,

    /// <summary>The engine dies and saves nothing more; the plugin hears of it.</summary>
    EngineKilled,

    BothKilled,

    /// <summary>The user presses Ctrl-C.</summary>
    Stopped,
}
