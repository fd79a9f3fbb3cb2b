using System.Text.Json;

namespace PulumiOvhOrder.Tests.Unit.Simulator;

internal static class JsonReading
{
    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static long Long(this JsonElement json, string name) => json.GetProperty(name).GetInt64();

    public static bool Flag(this JsonElement json, string name) => json.GetProperty(name).GetBoolean();

    public static decimal Price(this JsonElement json, string name) => json.GetProperty(name).GetProperty("value").GetDecimal();

    public static JsonElement[] List(this JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray()];

    public static string[] Texts(this JsonElement json) => [.. json.EnumerateArray().Select(item => item.ToString())];
}
