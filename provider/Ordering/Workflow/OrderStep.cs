using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// One step of an order. Which is next is decided by <see cref="OrderTransitions"/>, how it is done by <see cref="OrderWorkflow"/>.
/// </summary>
internal abstract record OrderStep
{
    private OrderStep()
    {
    }

    /// <summary>Looks for a cart or order that an earlier, interrupted run of this resource left.</summary>
    public sealed record Reconcile : OrderStep;

    public sealed record CreateCart : OrderStep;

    /// <summary>Reads what the cart holds; the answer to every lost answer in a cart.</summary>
    public sealed record InspectCart : OrderStep;

    /// <summary>The cart was checked out and the order's number is not known: finds it.</summary>
    public sealed record FindOrder : OrderStep;

    /// <summary>Deletes a cart that cannot serve any more (another subsidiary).</summary>
    public sealed record DiscardCart : OrderStep;

    /// <summary>Assigns the cart to the account and reads the offers, side by side.</summary>
    public sealed record Prepare(bool Assign, bool ReadOffers) : OrderStep;

    public sealed record RemoveItems(ImmutableArray<ItemId> Items) : OrderStep;

    public sealed record AddItem(ItemSettings Settings) : OrderStep;

    public sealed record AddOption(int Index, ItemSettings Settings) : OrderStep;

    /// <summary>Reads what the items require to be configured.</summary>
    public sealed record ReadRequirements : OrderStep;

    /// <param name="WithRequirements">Whether what the items require is read beside: it is known before a price is asked for.</param>
    public sealed record Configure(ImmutableArray<ConfigurationChange> Changes, bool WithRequirements) : OrderStep;

    /// <summary><c>GET checkout</c>: OVHcloud's own judgement of the cart, with prices and contracts.</summary>
    public sealed record PreviewCheckout(bool ExtendExpiry) : OrderStep;

    /// <summary><c>POST checkout</c>: places the order. The only step that can make one.</summary>
    public sealed record Checkout : OrderStep;

    /// <summary>Reads the order's status, and what else an order tells.</summary>
    public sealed record ReadOrder : OrderStep;

    public sealed record Pay : OrderStep;

    public sealed record AwaitDelivery : OrderStep;

    /// <summary>The delivered order's details name the project.</summary>
    public sealed record FindProject : OrderStep;

    public sealed record ReadProject : OrderStep;

    public sealed record RenameProject : OrderStep;

    /// <summary>Credits a voucher to a delivered project; only on request of an update.</summary>
    public sealed record CreditVoucher : OrderStep;

    /// <summary>OVHcloud cancelled the order: there is nothing to wait for.</summary>
    public sealed record OrderCancelled : OrderStep;

    /// <summary>There is an order, and the program asks for a cart that is not ordered.</summary>
    public sealed record OrderNotRequested : OrderStep;

    public sealed record Done : OrderStep;
}

/// <summary>One label of one item: what to remove and what to add.</summary>
/// <param name="Value">Null: nothing is added.</param>
internal sealed record ConfigurationChange(ItemId Item, string Label, string? Value, ImmutableArray<ConfigurationId> Remove);
