using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>Reads carts and what they hold, and deletes them: whether one is gone already has to be read.</summary>
internal sealed class CartReader(OvhApi api)
{
    private static readonly TimeSpan CleanupTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// So many carts are read where that serves all resources that are previewed; with more, those of each resource are asked for.
    /// </summary>
    private const int MaxSharedCarts = 10;

    /// <summary>
    /// Null when there is no such cart (any more). One answer is not enough to say that: the listing has to agree. How OVHcloud refuses a
    /// cart that has expired is not known.
    /// </summary>
    public Task<Cart?> FindAsync(CartId id, CancellationToken cancellationToken) => FindAsync(id, expires: null, cancellationToken);

    /// <param name="expires">Before that, nothing but 404 says that it is gone: it may have been ordered. Null where that is not known.
    /// </param>
    private async Task<Cart?> FindAsync(CartId id, DateTimeOffset? expires, CancellationToken cancellationToken)
    {
        try
        {
            return await api.Carts.GetAsync(id, cancellationToken);
        }
        catch (OvhApiException e) when (e.IsMissing || (e.MayBeMissing && !(expires > api.Time.GetUtcNow())))
        {
            return api.IsAnonymous || !(await api.Fresh.Carts.ListAsync(null, cancellationToken)).Contains(id)
                ? null
                : throw new OrderException(new OrderFailure.CartListedButUnreadable(id), e);
        }
    }

    /// <summary>Null when there is no such cart (any more).</summary>
    /// <inheritdoc cref="FindAsync(CartId, DateTimeOffset?, CancellationToken)"/>
    public async Task<CartContents?> ReadAsync(CartId id, DateTimeOffset? expires, CancellationToken cancellationToken) =>
        await FindAsync(id, expires, cancellationToken) is { } cart ? await ContentsOfAsync(cart, cancellationToken) : null;

    /// <summary>A cart that was checked out, and does not tell all that it held, tells nothing.</summary>
    public async Task<CartContents> ContentsOfAsync(Cart cart, CancellationToken cancellationToken)
    {
        try
        {
            return CartContents.Of(cart, await Task.WhenAll(cart.Items.Select(ReadAsync)));
        }
        catch (OvhApiException e) when (e.IsMissing && cart.ReadOnly)
        {
            return CartContents.Of(cart, []);
        }

        async Task<(CartItem, ImmutableArray<PlacedConfiguration>)> ReadAsync(ItemId itemId)
        {
            var item = await api.Carts.GetItemAsync(cart.CartId, itemId, cancellationToken);
            var ids = item.Configurations.Count > 0
                ? item.Configurations
                : await api.Carts.ConfigurationsAsync(cart.CartId, itemId, cancellationToken);
            var configurations =
                await Task.WhenAll(ids.Select(c => api.Carts.GetConfigurationAsync(cart.CartId, itemId, c, cancellationToken)));
            return (item, configurations.Select(c => new PlacedConfiguration(c.Id, c.Label, c.Value)).ToImmutableArray());
        }
    }

    /// <summary>
    /// The account's carts that carry the tag and have not expired. What the API's filter lets through is looked at again.
    /// </summary>
    /// <param name="isKnown">Carts that are left out, and not read.</param>
    public async Task<ImmutableArray<Cart>> TaggedAsync(string tag, Func<CartId, bool> isKnown, CancellationToken cancellationToken)
    {
        var carts = await SharedAsync(cancellationToken) ?? await ListedAsync(tag, isKnown, cancellationToken);
        var now = api.Time.GetUtcNow();
        return
        [
            .. carts.OfType<Cart>().Where(c => c.Description == tag && !isKnown(c.CartId) && !(c.Expire < now))
                .OrderBy(c => c.CartId.Value, StringComparer.Ordinal),
        ];
    }

    private async Task<Cart?[]> ListedAsync(string tag, Func<CartId, bool> isKnown, CancellationToken cancellationToken)
    {
        var ids = (await api.Carts.ListAsync(tag, cancellationToken)).Where(id => !isKnown(id));
        return await Task.WhenAll(ids.Select(id => FindAsync(id, cancellationToken)));
    }

    /// <summary>
    /// All carts of the account, where one answer serves all resources; null where there are too many, or one went away meanwhile.
    /// </summary>
    private async Task<Cart[]?> SharedAsync(CancellationToken cancellationToken)
    {
        if (!api.KeepsAnswers || await api.Carts.ListAsync(null, cancellationToken) is not { Count: <= MaxSharedCarts } ids)
        {
            return null;
        }

        return await Task.WhenAll(ids.Select(id => api.Carts.GetAsync(id, cancellationToken))).OrNullIfMissingAsync();
    }

    public async Task<bool> IsAssignedAsync(Cart cart, CancellationToken cancellationToken) =>
        (await api.Carts.ListAsync(cart.Description, cancellationToken)).Contains(cart.CartId);

    /// <summary>
    /// What is assigned already may be refused, and then it is listed. Being listed alone does not tell: a cart may be listed before.
    /// </summary>
    public async Task AssignAsync(CartId cart, CancellationToken cancellationToken)
    {
        try
        {
            await api.Carts.AssignAsync(cart, cancellationToken);
        }
        catch (OvhApiException e) when (e is { Outcome: CallOutcome.NotProcessed, Status: not (401 or 429) })
        {
            if (!(await api.Carts.ListAsync(null, cancellationToken)).Contains(cart))
            {
                throw;
            }
        }
    }

    public Task DeleteAsync(IEnumerable<CartId> surplus, CancellationToken cancellationToken) =>
        Task.WhenAll(surplus.Select(cart => DeleteAsync(cart, cancellationToken)));

    /// <summary>
    /// A cart that is gone already is what was wanted. One that was never assigned belongs to no account, and cannot be deleted before it
    /// does.
    /// </summary>
    public async Task DeleteAsync(CartId cart, CancellationToken cancellationToken)
    {
        try
        {
            await api.Carts.DeleteAsync(cart, cancellationToken);
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            if (await FindAsync(cart, cancellationToken) is null)
            {
                return;
            }

            try
            {
                await api.Carts.AssignAsync(cart, cancellationToken);
                await api.Carts.DeleteAsync(cart, cancellationToken);
            }
            catch (OvhApiException again) when (again.Outcome == CallOutcome.NotProcessed)
            {
                throw new OrderException(new OrderFailure.CartNotDeleted(cart), e);
            }
        }
    }

    /// <summary>Deletes a cart that does no harm where it stays, even if its run was stopped.</summary>
    /// <returns>Whether it is deleted.</returns>
    public async Task<bool> TryDeleteAsync(CartId cart)
    {
        using var limit = new CancellationTokenSource(CleanupTimeout, api.Time);
        try
        {
            await DeleteAsync(cart, limit.Token);
            return true;
        }
        catch (Exception e) when (e is OvhApiException or OrderException or OperationCanceledException)
        {
            return false;
        }
    }
}
