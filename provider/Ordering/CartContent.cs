using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>What a cart holds, read item by item: the answer to every answer that was lost.</summary>
internal sealed record CartContent(Cart Cart, ImmutableArray<(CartItem Item, ImmutableArray<PlacedConfiguration> Configurations)> Items)
{
    /// <summary>Null when there is no such cart (any more).</summary>
    public static async Task<CartContent?> ReadAsync(OvhApi api, CartId id, CancellationToken cancellationToken)
    {
        if (await CartAsync(api, id, cancellationToken) is not { } cart)
        {
            return null;
        }

        var items = await Task.WhenAll(cart.Items.Select(async itemId =>
        {
            var item = await api.Carts.GetItemAsync(id, itemId, cancellationToken);
            var ids = item.Configurations.Count > 0 ? item.Configurations : await api.Carts.ConfigurationsAsync(id, itemId, null, cancellationToken);
            var configurations = await Task.WhenAll(ids.Select(c => api.Carts.GetConfigurationAsync(id, itemId, c, cancellationToken)));
            return (item, configurations.Select(c => new PlacedConfiguration(c.Id, c.Label, c.Value)).ToImmutableArray());
        }));
        return new CartContent(cart, [.. items]);
    }

    /// <summary>The cart itself; null when there is no such cart (any more). One answer is not enough to say that: the listing has to agree.</summary>
    public static async Task<Cart?> CartAsync(OvhApi api, CartId id, CancellationToken cancellationToken)
    {
        try
        {
            return await api.Carts.GetAsync(id, cancellationToken);
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            return api.IsAnonymous || !(await api.Carts.ListAsync(null, cancellationToken)).Contains(id)
                ? null
                : throw new OrderException($"cart {id} cannot be read, yet it is among the account's carts. Try again later", null, e);
        }
    }

    /// <summary>The cart's project and the options under it; everything else in the cart is unwanted.</summary>
    public OrderProgress EnterInto(OrderProgress progress)
    {
        var placed = Items.Select(i => (i.Item, Placed: SettingsOf(i.Item) is { } settings ? new PlacedItem(i.Item.ItemId, settings, i.Configurations) : null)).ToList();
        var tops = placed.Where(i => i.Item.ParentItemId is null).OrderBy(i => i.Item.ItemId.Value).ToList();
        var top = tops.FirstOrDefault(i => i.Placed is not null);
        var options = placed.Where(i => i.Placed is not null && top.Placed is not null && i.Item.ParentItemId == top.Item.ItemId)
            .OrderBy(i => i.Item.ItemId.Value).Select(i => i.Placed).ToImmutableArray();
        var kept = options.Add(top.Placed).Select(o => o?.Id).ToHashSet();
        var read = progress with
        {
            CartExpirationDate = Cart.Expire ?? progress.CartExpirationDate,
            CartReadOnly = Cart.ReadOnly,
            Item = top.Placed,
            Options = options,
            Unwanted = [.. Items.Select(i => i.Item.ItemId).Where(id => !kept.Contains(id))],
            RequirementsRead = false,
            Judged = false,
        };
        return progress.Choice is { } choice && !Cart.ReadOnly ? Match(read, choice) : read;
    }

    /// <summary>Another run, or a call of this one that was processed late, put something there.</summary>
    public bool HoldsMoreThan(OrderRequest request) =>
        Items.Count(i => i.Item.ParentItemId is null) > 1 || Items.Count(i => i.Item.ParentItemId is not null) > request.Options.Length;

    public static OrderException TooMuch(OrderId order) => new(
        $"order {order} holds more than was asked for: another run, or a call that OVHcloud processed late, filled the same cart. It is not paid, and lapses by itself unless somebody pays it. "
        + "To order anew, remove this resource from the state with `pulumi state delete` if it is there, and set `pulumi config set ovh-order:adoptEarlierOrders false` for one run")
    {
        IsFinal = true,
    };

    /// <summary>Puts what is placed in the order of what is wanted; what does not match is unwanted.</summary>
    public static OrderProgress Match(OrderProgress progress, OfferChoice choice)
    {
        if (progress.Item is null || progress.Item.Settings != choice.Item)
        {
            var wrong = progress.Item is null ? [] : ImmutableArray.Create(progress.Item.Id);
            return progress with { Item = null, Options = [], Unwanted = [.. progress.Unwanted, .. progress.Options.Where(o => o is not null).Select(o => o!.Id), .. wrong] };
        }

        var left = progress.Options.Where(o => o is not null).Select(o => o!).ToList();
        var options = ImmutableArray.CreateBuilder<PlacedItem?>();
        foreach (var wanted in choice.Options)
        {
            var match = left.Find(o => o.Settings == wanted);
            options.Add(match);
            if (match is not null)
            {
                left.Remove(match);
            }
        }

        return progress with { Options = options.ToImmutable(), Unwanted = [.. progress.Unwanted, .. left.Select(o => o.Id)] };
    }

    public static ItemSettings? SettingsOf(CartItem item) => item is { Duration: { } duration, Settings: { PlanCode: { } plan, PricingMode: { } mode } settings }
        ? new ItemSettings(plan, duration, mode, settings.Quantity ?? 1)
        : null;

    public static ImmutableArray<PlacedItem?> Resize(ImmutableArray<PlacedItem?> options, int length) =>
        options.Length >= length ? options : [.. options, .. Enumerable.Repeat<PlacedItem?>(null, length - options.Length)];
}
