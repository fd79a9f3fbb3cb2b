using System.Globalization;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Values;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>List: the projects of the account, however far their orders have come, each by an id that an import takes.</summary>
internal sealed class CloudProjectListing(OrderServices services)
{
    private const int MaxBatchSize = 20;

    private const string Doing = "listing the projects";

    private static readonly string[] ListedStages = [Stages.Cart, Stages.Ordered, Stages.Delivered];

    public async IAsyncEnumerable<ListItem> ListAsync(ListRequest request, Operation operation)
    {
        if (request.Query.ContainsUnknown || services.Settings.IsEndpointNotKnownYet || services.Account.AreCredentialsNotKnownYet)
        {
            yield return new ListItem.Computed();
            yield break;
        }

        var query = new PropertyReader(Checked(request.Query));
        var description = query.Text(Definition.Description.Name);
        var page = ListPage.Of(request);
        services.RequireCredentials();
        // Of what may not fit the description it is not known how many have to be read; else one more than the page holds tells whether it
        // is the last.
        var batchSize = description is null ? (int)Math.Clamp(Math.Min(page.Size + 1, page.Left), 1, MaxBatchSize) : MaxBatchSize;
        await using var items = services.Inventory
            .ListAsync(query.Text(Definition.Stage.Name), page.After, batchSize, operation.CancellationToken)
            .GetAsyncEnumerator(operation.CancellationToken);
        var unread = new List<ListedProject>();
        for (var last = page; last.Left > 0 && await NextAsync(items, description); last = last.With(items.Current.Id))
        {
            if (last.Size == 0)
            {
                yield return new ListItem.Continuation(last.ToString());
                break;
            }

            unread.AddRange(items.Current.Unread is { } project ? [project] : []);
            yield return new ListItem.Result(items.Current.Id.ToString(), Name(items.Current));
        }

        if (unread.Count > 0)
        {
            await operation.WarnAsync($"{Doing}: {UnreadMessages.OnlyIds(unread)}");
        }
    }

    /// <exception cref="ProviderException">The query asks for what cannot be asked for.</exception>
    private static PropertyValue.Map Checked(PropertyValue.Map query)
    {
        var failures = DefinitionCheck.Check(Definition.ListInputs, query).Select(f => $"{f.Property}: {f.Reason}").ToList();
        if (new PropertyReader(query).Text(Definition.Stage.Name) is { } stage && !ListedStages.Contains(stage))
        {
            failures.Add($"{Definition.Stage.Name}: must be one of {string.Join(", ", ListedStages)}");
        }

        return failures.Count == 0 ? query : throw new ProviderException(FailureKind.InvalidArgument, string.Join("\n", failures));
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<InventoryItem> items, string? description)
    {
        try
        {
            while (await items.MoveNextAsync())
            {
                if (description is not null && items.Current.Unread is { } unread)
                {
                    throw UnreadMessages.NotFiltered([unread], Doing, $"`{Definition.Description.Name}`");
                }

                if (description is null || items.Current.Description == description)
                {
                    return true;
                }
            }

            return false;
        }
        catch (Exception e) when (e is OvhApiException or OrderException)
        {
            throw new ProviderException(CloudProjectFailure.KindOf(e), ErrorMessages.OfCall(e, Doing), e);
        }
    }

    private static string Name(InventoryItem item) => item switch
    {
        { Description: { Length: > 0 } description } => description,
        { Id: ResourceId.Order order } => $"order {order.Value}",
        { Id: ResourceId.Cart cart } => $"cart {cart.Value}",
        _ => item.Id.ToString()!,
    };
}

/// <summary>
/// Where a listing stands. All of it is in the token, so that any process can go on. A client may repeat its limit with every page, or ask
/// for what is left of it: the token tells the two apart.
/// </summary>
/// <param name="Limit">As the client sent it; zero for none.</param>
/// <param name="Given">How many were listed since that limit was sent first.</param>
/// <param name="Size">How many this page still takes.</param>
internal sealed record ListPage(long Limit, long Given, long Size, ResourceId? After)
{
    public long Left => Limit == 0 ? long.MaxValue : Limit - Given;

    public static ListPage Of(ListRequest request)
    {
        var (limit, size) = (request.Limit ?? 0, request.PageSize ?? int.MaxValue);
        return request.ContinuationToken is not { } token ? new ListPage(limit, 0, size, null)
            : token.Split('/', 3) is [var earlier, var given, var last]
                && long.TryParse(earlier, NumberStyles.None, CultureInfo.InvariantCulture, out var earlierLimit)
                && long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && ResourceId.Parse(last) is { } after
                    ? new ListPage(limit, earlierLimit == limit ? count : 0, size, after)
                    : throw new ProviderException(FailureKind.InvalidArgument, $"\"{token}\" is not a continuation token of this provider");
    }

    public ListPage With(ResourceId listed) => this with { Given = Given + 1, Size = Size - 1, After = listed };

    public override string ToString() => $"{Limit}/{Given}/{After}";
}
