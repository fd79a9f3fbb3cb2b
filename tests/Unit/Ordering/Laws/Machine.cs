using System.Collections.Immutable;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Ordering.Laws;

/// <summary>What a stack has of its one resource: the resource, and what it replaced and is still to be deleted.</summary>
internal sealed record Checkpoint(Stored? Resource, ImmutableArray<Stored> ToDelete)
{
    public static Checkpoint Empty { get; } = new(null, []);
}

/// <summary>One run of one machine: an engine that saves its state after each call, and its plugin.</summary>
internal sealed class Machine(ScriptedProcess plugin, Checkpoint start)
{
    private static readonly Urn Urn = LawProgram.Project;

    public Checkpoint State { get; private set; } = start;

    public string? Failure { get; private set; }

    /// <param name="deletesFirst">The option <c>deleteBeforeReplace</c>.</param>
    /// <param name="replaces">The option <c>--replace</c>.</param>
    public Task UpAsync(PropertyValue.Map inputs, bool deletesFirst, bool replaces) => TryAsync(async () =>
    {
        await RefreshAsync();
        if (State.Resource is not { } old)
        {
            await CreateAsync(inputs);
        }
        else if (replaces || Diff(old, inputs).Replaces)
        {
            await ReplaceAsync(old, inputs, deletesFirst);
        }
        else if (old.IsUnfinished || !Diff(old, inputs).Changes.IsEmpty)
        {
            await UpdateAsync(old, inputs);
        }

        await DeleteReplacedAsync();
    });

    public Task DestroyAsync() => TryAsync(async () =>
    {
        await RefreshAsync();
        await DeleteReplacedAsync();
        if (State.Resource is { } resource)
        {
            await DeleteAsync(resource);
            State = State with { Resource = null };
        }
    });

    private async Task TryAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (ProviderException e)
        {
            Failure = e.Message;
        }
        catch (OperationCanceledException)
        {
            Failure = "stopped";
        }
    }

    private async Task RefreshAsync()
    {
        if (State.Resource is { RefreshFirst: true } stale)
        {
            State = State with { Resource = await ReadAsync(stale) };
        }
    }

    private async Task<Stored?> ReadAsync(Stored state)
    {
        try
        {
            var answer = await plugin.Resource.ReadAsync(
                new ReadRequest(state.Id, Urn, CloudProjectDefinition.Token, state.Outputs, state.Inputs, null), plugin.Operation(Urn));
            return answer.Properties is { } outputs
                ? new Stored(answer.Id, outputs, answer.Inputs ?? state.Inputs, IsUnfinished: false, answer.RefreshBeforeUpdate)
                : null;
        }
        catch (ResourceInitFailedException e)
        {
            return Stored.Of(e.State, e.State.Inputs ?? state.Inputs);
        }
    }

    private DiffResponse Diff(Stored old, PropertyValue.Map inputs) =>
        plugin.Resource.Diff(new DiffRequest(old.Id, Urn, CloudProjectDefinition.Token, old.Outputs, old.Inputs, inputs, []));

    private async Task ReplaceAsync(Stored old, PropertyValue.Map inputs, bool deletesFirst)
    {
        if (deletesFirst)
        {
            await DeleteAsync(old);
            State = State with { Resource = null };
            await CreateAsync(inputs);
            return;
        }

        await CreateAsync(inputs, State.ToDelete.Add(old));
    }

    /// <param name="replaced">What is to be deleted once there is a new one.</param>
    private async Task CreateAsync(PropertyValue.Map inputs, ImmutableArray<Stored>? replaced = null)
    {
        try
        {
            var answer = await plugin.Resource.CreateAsync(
                new CreateRequest(Urn, CloudProjectDefinition.Token, inputs, null, Preview: false), plugin.Operation(Urn));
            State = new Checkpoint(
                new Stored(answer.Id, answer.Properties, inputs, IsUnfinished: false, answer.RefreshBeforeUpdate),
                replaced ?? State.ToDelete);
        }
        catch (ResourceInitFailedException e)
        {
            State = new Checkpoint(Stored.Of(e.State, inputs), replaced ?? State.ToDelete);
            throw;
        }
    }

    private async Task UpdateAsync(Stored old, PropertyValue.Map inputs)
    {
        try
        {
            var answer = await plugin.Resource.UpdateAsync(
                new UpdateRequest(old.Id, Urn, CloudProjectDefinition.Token, old.Outputs, old.Inputs, inputs, [], null, Preview: false),
                plugin.Operation(Urn));
            State = State with
            {
                Resource = new Stored(old.Id, answer.Properties, inputs, IsUnfinished: false, answer.RefreshBeforeUpdate),
            };
        }
        catch (ResourceInitFailedException e)
        {
            State = State with { Resource = Stored.Of(e.State, old.Inputs) };
            throw;
        }
    }

    private async Task DeleteReplacedAsync()
    {
        foreach (var replaced in State.ToDelete)
        {
            await DeleteAsync(replaced);
            State = State with { ToDelete = State.ToDelete.Remove(replaced) };
        }
    }

    private Task DeleteAsync(Stored state) => plugin.Resource.DeleteAsync(
        new DeleteRequest(state.Id, Urn, CloudProjectDefinition.Token, state.Outputs, state.Inputs, null), plugin.Operation(Urn));
}
