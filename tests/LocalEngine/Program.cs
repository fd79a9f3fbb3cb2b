using System.Runtime.InteropServices;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Deployments;

using var interrupt = new CancellationTokenSource();
using var sigint = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var sigterm = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

try
{
    var line = CommandLine.Parse(args, Console.Out);
    return (await new Engine(line.Options).RunAsync(line, interrupt.Token)).Succeeded ? 0 : 1;
}
catch (ProgramException e)
{
    await Console.Error.WriteLineAsync("error: " + e.Message);
    return 1;
}
catch (ProviderContractException e)
{
    await Console.Error.WriteLineAsync("the provider broke the engine's contract: " + e.Message);
    return 2;
}

// The first signal asks; the second one ends this process at once, as it does the real engine, and a pending operation stays in the state.
void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = !interrupt.IsCancellationRequested;
    interrupt.Cancel();
}
