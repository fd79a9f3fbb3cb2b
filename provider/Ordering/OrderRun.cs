using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>One run of one order: what is wanted, how far, what exists so far, and who watches.</summary>
internal sealed record OrderRun(OrderRequest Request, OrderGoal Goal, OrderLedger Ledger, IOrderListener Listener)
{
    /// <summary>A quote's cart belongs to no resource, is not looked for by anyone and lives for minutes.</summary>
    public bool IsQuote { get; init; }

    public OrderFacts Facts => Ledger.Facts;

    public RunKnowledge Knowledge => Ledger.Knowledge;

    /// <summary>The cart as far as the ledger has one; asking for it before it exists is our bug.</summary>
    public CartId CartId => Facts.CartId ?? throw new InvalidOperationException("there is no cart yet");

    public OrderId OrderId => Facts.OrderId ?? throw new InvalidOperationException("there is no order yet");

    public ProjectId ProjectId => Facts.ProjectId ?? throw new InvalidOperationException("there is no project yet");

    /// <summary>The same resource's order of options for its project, told to the same listener.</summary>
    public OrderRun ForOptions(ImmutableArray<OptionRequest> options, OrderFacts? start) => this with
    {
        Request = Request.ForOptions(ProjectId, options, Facts.OvhSubsidiary),
        Ledger = new OrderLedger(start ?? new OrderFacts()),
    };

    /// <summary>How long the cart lives from when its price is confirmed.</summary>
    public TimeSpan CartLife => Goal == OrderGoal.Cart ? PollingSchedule.PendingCartLife : PollingSchedule.CheckedOutCartLife;
}
