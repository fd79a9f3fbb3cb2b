using System.Globalization;
using System.Text;
using System.Text.Json;
using PulumiOvhOrder.Simulator.Http;

namespace PulumiOvhOrder.Simulator.SideDoor;

/// <summary>Not part of the API: what tests ask and tell the simulator over HTTP.</summary>
internal static class SideDoorRoutes
{
    public static ApiAnswer Answer(Simulation simulation, ApiRequest request)
    {
        try
        {
            return Handle(simulation, request) switch
            {
                null => Error(404, $"The side door has no {request.Method} {request.RawPath}."),
                string text => new ApiAnswer(200, Encoding.UTF8.GetBytes(text)) { ContentType = "text/plain" },
                var answer => new ApiAnswer(200, SideDoorJson.Serialize(answer)),
            };
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return Error(400, e.Message);
        }
    }

    private static object? Handle(Simulation simulation, ApiRequest request)
    {
        var body = Encoding.UTF8.GetString(request.Body.Span);
        switch (request.Method, request.RawPath.Split('/')[2..])
        {
            case ("GET", ["summary"]):
                return simulation.Summary();
            case ("GET", ["calls"]):
                return simulation.Calls.Snapshot();
            case ("GET", ["orders"]):
                return simulation.Orders();
            case ("GET", ["projects"]):
                return simulation.Projects();
            case ("GET", ["certificate"]):
                return simulation.Certificate.Pem;
            case ("GET", ["settings"]):
                return simulation.Locked(world => SideDoorJson.Copy(world.Settings));
            case ("POST", ["settings"]):
                simulation.Configure(body);
                return simulation.Locked(world => SideDoorJson.Copy(world.Settings));
            case ("POST", ["faults"]):
                simulation.Faults.Add(SideDoorJson.Deserialize<List<Fault>>(request.Body));
                return simulation.Summary();
            case ("POST", ["orders", var id]):
                var forced = SideDoorJson.Deserialize<ForcedStatus>(request.Body);
                simulation.ForceOrderStatus(long.Parse(id, CultureInfo.InvariantCulture), forced.Status, forced.FollowUp);
                return simulation.Summary();
            case ("POST", ["reset"]):
                simulation.Reset();
                return simulation.Summary();
            default:
                return null;
        }
    }

    private static ApiAnswer Error(int status, string message) => new(status, SideDoorJson.Serialize(new { message }));

    private sealed record ForcedStatus(string? Status, string? FollowUp);
}
