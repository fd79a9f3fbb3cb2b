namespace PulumiOvhOrder.Simulator.Http;

internal sealed record ApiAnswer(int Status, byte[] Body)
{
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static ApiAnswer Of(object? value) => new(200, ApiJson.Serialize(value));

    public static ApiAnswer Of(ApiException error) => new(error.Status, ApiJson.Serialize(error.Body));
}
