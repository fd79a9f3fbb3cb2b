using System.Runtime.InteropServices;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Deployments;
using PulumiOvhOrder.LocalEngine.Programs;

using var interrupt = new CancellationTokenSource();
using var sigint = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var sigterm = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

try
{
    var line = CommandLine.Parse(args, Console.Out);
    var engine = new Engine(line.Options);
    switch (line.Command, line.Operands)
    {
        case ("preview", []):
            return ExitCode(await engine.PreviewAsync(line.Run, interrupt.Token));
        case ("up", []):
            return ExitCode(await engine.UpAsync(line.Run, interrupt.Token));
        case ("refresh", []):
            return ExitCode(await engine.RefreshAsync(line.Run, interrupt.Token));
        case ("destroy", []):
            return ExitCode(await engine.DestroyAsync(line.Run, interrupt.Token));
        case ("import", [var type, var name, var id]):
            return ExitCode(await engine.ImportAsync(type, name, id, line.Run, interrupt.Token));
        case ("taint", [var urn]):
            engine.Taint(urn);
            return 0;
        case ("package", ["get-schema"]):
            Console.WriteLine(await engine.GetSchemaAsync());
            return 0;
        default:
            throw new ProgramException(CommandLine.Usage);
    }
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

static int ExitCode(RunResult result) => result.Succeeded ? 0 : 1;

// The first signal asks; the second one ends this process at once, as it does the real engine, and a pending operation stays in the state.
void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = !interrupt.IsCancellationRequested;
    interrupt.Cancel();
}
