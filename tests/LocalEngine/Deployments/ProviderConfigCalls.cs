using PulumiOvhOrder.LocalEngine.Plugins;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>The calls about a provider's own configuration, which never carry secrets as secrets.</summary>
internal static class ProviderConfigCalls
{
    public static async Task<CheckAnswer> CheckConfigAsync(this PluginSession session, string urn, Map olds, Map news)
    {
        var request =
            new CheckRequest { Urn = urn, Type = new Urn(urn).Type, Name = new Urn(urn).Name, Olds = Plain(olds), News = Plain(news) };
        var response = await session.Client.CheckConfigAsync(request);
        return new CheckAnswer(ProviderValues.Remark(ProviderValues.Decode(response.Inputs) ?? Map.Empty, news), response.Failures);
    }

    public static async Task<DiffAnswer> DiffConfigAsync(this PluginSession session, ResourceState old, Map news)
    {
        var (olds, oldInputs) = (Plain(old.Outputs), Plain(old.Inputs));
        var request =
            new DiffRequest { Urn = old.Urn, Type = old.Type, Name = old.Name, Olds = olds, OldInputs = oldInputs, News = Plain(news) };
        return DiffAnswer.From(await session.Client.DiffConfigAsync(request), old.Inputs, news);
    }

    private static Google.Protobuf.WellKnownTypes.Struct Plain(Map map) => PropertyValueCodec.Encode((Map)map.Plain());
}
