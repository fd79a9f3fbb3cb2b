using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Rpc.Messages.DiffResponse.Types;

namespace PulumiOvhOrder.Rpc;

/// <summary>From the plugin's responses to the engine's messages.</summary>
internal static class ResponseMapping
{
    public static Messages.CheckResponse ToWire(this CheckResponse response) => new()
    {
        Inputs = PropertyValueCodec.Encode(response.Inputs),
        Failures = { response.Failures.Select(ToWire) },
    };

    public static Messages.DiffResponse ToWire(this DiffResponse response) => new()
    {
        Changes = response.Changes.IsEmpty ? DiffChanges.DiffNone : DiffChanges.DiffSome,
        HasDetailedDiff = true,
        DetailedDiff = { response.Changes.ToDictionary(change => change.Key, change => change.Value.ToWire()) },
        Diffs = { response.Changes.Keys.Select(TopLevelName).Distinct() },
        Replaces = { response.Changes.Where(change => change.Value.Replaces).Select(change => TopLevelName(change.Key)).Distinct() },
        Stables = { response.Stables },
        DeleteBeforeReplace = response.DeleteBeforeReplace,
    };

    public static Messages.CreateResponse ToWire(this CreateResponse response, bool preview) => new()
    {
        Id = preview || !PartialStateStatus.IsMissing(response.Id)
            ? response.Id
            : throw new InvalidOperationException("Create answered no id"),
        Properties = PropertyValueCodec.Encode(preview ? response.Properties : KnownValues.Of(response.Properties)),
        RefreshBeforeUpdate = response.RefreshBeforeUpdate,
    };

    /// <summary>The engine deletes from the state what is answered without id or properties, so only "gone" has neither.</summary>
    public static Messages.ReadResponse ToWire(this ReadResponse response) => response == ReadResponse.Gone ? new() : new()
    {
        Id = PartialStateStatus.IsMissing(response.Id) ? throw new InvalidOperationException("Read answered no id") : response.Id,
        Properties = PropertyValueCodec.Encode(KnownValues.Of(response.Properties ?? PropertyValue.Map.Empty)),
        Inputs = response.Inputs is null ? null : PropertyValueCodec.Encode(KnownValues.Of(response.Inputs)),
        RefreshBeforeUpdate = response.RefreshBeforeUpdate,
    };

    public static Messages.UpdateResponse ToWire(this UpdateResponse response, bool preview) => new()
    {
        Properties = PropertyValueCodec.Encode(preview ? response.Properties : KnownValues.Of(response.Properties)),
        RefreshBeforeUpdate = response.RefreshBeforeUpdate,
    };

    public static Messages.InvokeResponse ToWire(this InvokeResponse response) => new()
    {
        Return = PropertyValueCodec.Encode(response.Return),
        Failures = { response.Failures.Select(ToWire) },
    };

    public static Messages.ListResponse ToWire(this ListItem item) => item switch
    {
        ListItem.Result result => new() { Result = new() { Id = result.Id, Name = result.Name } },
        ListItem.Continuation next => new() { Continuation = new() { ContinuationToken = next.Token } },
        _ => new() { Computed = new() },
    };

    private static Messages.CheckFailure ToWire(CheckFailure failure) => new() { Property = failure.Property, Reason = failure.Reason };

    private static Messages.PropertyDiff ToWire(this PropertyDiff diff) => new()
    {
        Kind = (Messages.PropertyDiff.Types.Kind)diff.Kind,
        InputDiff = diff.InputDiff,
    };

    /// <summary>The property that a path such as <c>options[1].planCode</c> or <c>["odd.name"].x</c> begins with.</summary>
    private static string TopLevelName(string path)
    {
        if (path.StartsWith("[\"", StringComparison.Ordinal) && path.IndexOf("\"]", StringComparison.Ordinal) is > 0 and var end)
        {
            return path[2..end].Replace("\\\"", "\"", StringComparison.Ordinal);
        }

        var length = path.AsSpan().IndexOfAny('.', '[');
        return length < 0 ? path : path[..length];
    }
}
