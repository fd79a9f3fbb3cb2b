using System.Runtime.InteropServices;
using PulumiOvhOrder.Simulator;

var options = CommandLine.Parse(args);
if (options is null)
{
    await Console.Error.WriteLineAsync(CommandLine.Usage);
    return 2;
}

// Handlers first: a signal that arrives during the start must end the program in the same way.
var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

SimulatorHost host;
try
{
    host = await SimulatorHost.StartAsync(options);
}
catch (IOException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

await using (host)
{
    await Console.Out.WriteLineAsync($"listening on {host.BaseUri}");
    await stopped.Task;
}

return 0;

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stopped.TrySetResult();
}
