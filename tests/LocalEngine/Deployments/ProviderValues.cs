using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>What comes back from a provider, as the engine keeps it.</summary>
internal static class ProviderValues
{
    public static Map? Decode(Struct? fields) => fields is null ? null : (Map)Normal(PropertyValueCodec.Decode(fields));

    /// <summary>The message of a refused call; missing configuration comes as a detail and with a hint.</summary>
    public static string Message(RpcException failure) =>
        failure.GetRpcStatus()?.GetDetail<ConfigureErrorMissingKeys>() is not { } missing
            ? failure.Status.Detail
            : StateAnswer.Errors([.. missing.MissingKeys.Select(k => $"missing required configuration key \"{k.Name}\": {k.Description}\n"
                + $"Set a value using the command `pulumi config set {k.Name} <value>`.")]);

    /// <summary>
    /// Marks <paramref name="value"/>'s top-level properties secret where the same property of <paramref name="like"/> is.
    /// </summary>
    public static Map Remark(Map value, Map like)
        => value.Items.Keys.Where(k => like[k] is Secret).Aggregate(value, (map, key) => map.With(key, SecretOf(map.Items[key])));

    /// <summary>Every unknown becomes the same one: the engine passes none on as it came.</summary>
    private static PropertyValue Normal(PropertyValue value) => value switch
    {
        Unknown => UnknownValue,
        Secret s => SecretOf(Normal(s.Value)),
        List l => Of(l.Items.Select(Normal)),
        Map m => new Map(m.Items.ToImmutableSortedDictionary(i => i.Key, i => Normal(i.Value), StringComparer.Ordinal)),
        _ => value,
    };
}
