using PulumiOvhOrder;
using PulumiOvhOrder.Configuration;
using PulumiOvhOrder.Rpc;

// The one place where chance comes from; everything else is given it.
#pragma warning disable RS0030
Func<double> chance = Random.Shared.NextDouble;
#pragma warning restore RS0030

return await PluginProcess.RunAsync(
    args,
    (engine, log) => Composition.Provider(ConfigEnvironment.OfThisProcess(), TimeProvider.System, chance, log, engine),
    StandardInput(),
    Console.OpenStandardOutput(),
    new Lazy<TextWriter>(() => Console.Error),
    TimeProvider.System,
    TerminationSignals.Handle());

// A closed one says nothing about the engine.
static Stream? StandardInput()
{
    try
    {
        return Console.OpenStandardInput();
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException)
    {
        return null;
    }
}
