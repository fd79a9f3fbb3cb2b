using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Rpc;

/// <summary>From the engine's messages to the plugin's requests.</summary>
internal static class RequestMapping
{
    /// <summary>No timer runs longer.</summary>
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(49);

    public static CheckRequest ToPlugin(this Messages.CheckRequest request) => new(
        new Urn(request.Urn), TypeOf(request.Type, request.Urn), Optional(request.Olds), Present(request.News));

    public static DiffRequest ToPlugin(this Messages.DiffRequest request) => new(
        request.Id,
        new Urn(request.Urn),
        TypeOf(request.Type, request.Urn),
        Present(request.Olds),
        Present(request.OldInputs),
        Present(request.News),
        [.. request.IgnoreChanges]);

    public static ConfigureRequest ToPlugin(this Messages.ConfigureRequest request) => new(Present(request.Args));

    public static CreateRequest ToPlugin(this Messages.CreateRequest request) => new(
        new Urn(request.Urn), TypeOf(request.Type, request.Urn), Present(request.Properties), TimeoutOf(request.Timeout), request.Preview);

    public static ReadRequest ToPlugin(this Messages.ReadRequest request) => new(
        request.Id,
        new Urn(request.Urn),
        TypeOf(request.Type, request.Urn),
        Optional(request.Properties),
        Optional(request.Inputs),
        TimeoutOf(request.Timeout));

    public static UpdateRequest ToPlugin(this Messages.UpdateRequest request) => new(
        request.Id,
        new Urn(request.Urn),
        TypeOf(request.Type, request.Urn),
        Present(request.Olds),
        Present(request.OldInputs),
        Present(request.News),
        [.. request.IgnoreChanges],
        TimeoutOf(request.Timeout),
        request.Preview);

    public static DeleteRequest ToPlugin(this Messages.DeleteRequest request) => new(
        request.Id,
        new Urn(request.Urn),
        TypeOf(request.Type, request.Urn),
        Present(request.Properties),
        Present(request.OldInputs),
        TimeoutOf(request.Timeout));

    public static InvokeRequest ToPlugin(this Messages.InvokeRequest request) => new(request.Tok, Present(request.Args), request.Preview);

    /// <summary>The query may hold unknowns, during a preview.</summary>
    public static ListRequest ToPlugin(this Messages.ListRequest request) => new(
        request.Token,
        Present(request.Query),
        request.Limit > 0 ? request.Limit : null,
        request.PageSize > 0 ? request.PageSize : null,
        request.ContinuationToken.Length > 0 ? request.ContinuationToken : null);

    private static PropertyValue.Map? Optional(Struct? fields) => fields is null ? null : PropertyValueCodec.Decode(fields);

    private static PropertyValue.Map Present(Struct? fields) => Optional(fields) ?? PropertyValue.Map.Empty;

    /// <summary>Engines before the field existed say the type in the URN only.</summary>
    private static string TypeOf(string type, string urn) => type.Length > 0 ? type : new Urn(urn).Type;

    private static TimeSpan? TimeoutOf(double seconds) =>
        seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, MaxTimeout.TotalSeconds)) : null;
}
