namespace PulumiOvhOrder.Simulator.SideDoor;

internal static class PathPattern
{
    public static bool Matches(string methodPattern, string pathPattern, string method, string path)
    {
        if (methodPattern != "*" && !methodPattern.Equals(method, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var wanted = pathPattern.Split('/');
        var given = path.Split('/');
        var openEnded = wanted[^1] == "**";
        var fixedPart = openEnded ? wanted.Length - 1 : wanted.Length;
        return (openEnded ? given.Length > fixedPart : given.Length == fixedPart)
            && wanted.Take(fixedPart).Zip(given).All(pair => pair.First == "*" || pair.First == pair.Second);
    }
}
