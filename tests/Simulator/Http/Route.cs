namespace PulumiOvhOrder.Simulator.Http;

/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Template">Segments; <c>{name}</c>, <c>{name:long}</c> and <c>{name:uuid}</c> take one each.</param>
/// <param name="Anonymous">May be called without credentials; a signed call is accepted too.</param>
/// <param name="Handle">Its result is the answer's JSON.</param>
internal sealed record Route(string Method, string Template, bool Anonymous, Func<ApiCall, object?> Handle)
{
    public string[] Segments { get; } = Template.Split('/');

    /// <summary>Null: all.</summary>
    public Site[]? Sites { get; init; }

    /// <summary>Does not look at credentials: a client that asks for the time may have a wrong clock, and so a wrong signature.</summary>
    public bool IgnoresCredentials { get; init; }

    public int Parameters => Segments.Count(segment => segment.StartsWith('{'));

    public bool Matches(string method, string[] path) =>
        method == Method
        && path.Length == Segments.Length
        && Segments.Zip(path).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);
}
