using System.Collections.Concurrent;
using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// What this process knows of whose a cart or an order is: what the engine has handed over from its state (with Read, Diff, Update and
/// Delete), what this process made itself, and what a Create adopted. After a killed first create the state has nothing, and nothing is
/// handed over: so the cart that the killed run left is not in the state. One for each configured provider.
/// </summary>
internal sealed class OwnershipRegistry(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Tag, CartId Cart), OrderId?> _cartsInState = new();
    private readonly ConcurrentDictionary<OrderId, ImmutableHashSet<string>> _ordersInState = new();
    private readonly ConcurrentDictionary<(string Tag, ResourceId Id), DateTimeOffset> _adopted = new();
    private readonly ConcurrentDictionary<ResourceId, string> _imported = new();
    private readonly ConcurrentDictionary<CartId, bool> _madeCarts = new();
    private readonly ConcurrentDictionary<CartId, bool> _orderedCarts = new();
    private readonly ConcurrentDictionary<OrderId, string> _owners = new();
    private readonly ConcurrentDictionary<string, bool> _underWay = new();
    private readonly ConcurrentDictionary<string, bool> _mentioned = new();
    private readonly long _started = time.GetTimestamp();

    /// <summary>When this process began, in the API's time: what an interrupted run left is older.</summary>
    public DateTimeOffset Started => time.GetUtcNow() - time.GetElapsedTime(_started);

    /// <summary>
    /// Begins to order for the resource with this tag. False while another call of this process does: neither would take the other's cart
    /// for another run's, and both would order.
    /// </summary>
    public bool TryBegin(string tag) => _underWay.TryAdd(tag, true);

    public void End(string tag) => _underWay.TryRemove(tag, out _);

    /// <summary>The engine asks for the resource with this tag: whatever its state has, it handed over before.</summary>
    public void RecordMention(string tag) => _mentioned[tag] = true;

    /// <summary>Whether the engine has said anything of the resource: of one that it has not, its state may have anything.</summary>
    public bool IsMentioned(string tag) => _mentioned.ContainsKey(tag);

    /// <summary>The engine has this in its state, or will have when the call has returned.</summary>
    public void RecordState(string tag, OrderFacts facts)
    {
        RecordMention(tag);
        if (facts.CartId is { } cart)
        {
            _cartsInState.AddOrUpdate((tag, cart), facts.OrderId, (_, order) => facts.OrderId ?? order);
        }

        if (facts.OrderId is { } id)
        {
            _ordersInState.AddOrUpdate(id, [tag], (_, tags) => tags.Add(tag));
        }

        if (facts.AdoptedAt is { } when)
        {
            RecordAdoption(tag, facts, when);
        }

        if (facts.ProjectId is { } project)
        {
            foreach (var options in facts.AllOptionOrders)
            {
                RecordState(CartTag.ForOptions(tag, project), options);
            }
        }
    }

    public bool IsInState(string tag) => _cartsInState.Keys.Any(k => k.Tag == tag) || _ordersInState.Values.Any(tags => tags.Contains(tag));

    public bool IsInState(string tag, CartId cart) => _cartsInState.ContainsKey((tag, cart));

    /// <summary>Of any resource: one that was renamed keeps the cart with its old tag.</summary>
    public bool IsInState(CartId cart) => _cartsInState.Keys.Any(k => k.Cart == cart);

    public bool IsInState(string tag, OrderId order) => _ordersInState.TryGetValue(order, out var tags) && tags.Contains(tag);

    /// <summary>
    /// The state has a later order, which a cart of the resource became: the Create that placed it knew of this one, and was to leave it.
    /// </summary>
    public bool IsSuperseded(string tag, OrderId order) => _cartsInState.Any(c => c.Key.Tag == tag && c.Value?.Value > order.Value);

    /// <summary>Made or ordered for any resource, or in the state with its order: what became of the cart is known.</summary>
    public bool IsKnown(CartId cart) =>
        IsMade(cart) || _orderedCarts.ContainsKey(cart) || _cartsInState.Any(c => c.Key.Cart == cart && c.Value is not null);

    /// <summary>The order is what a cart in the state became.</summary>
    public bool IsOfCartInState(OrderId order) => _cartsInState.Values.Contains(order);

    /// <summary>A Create goes on with what an interrupted run left.</summary>
    public void RecordAdoption(string tag, OrderFacts found, DateTimeOffset when)
    {
        foreach (var id in Ids(found))
        {
            _adopted.AddOrUpdate((tag, id), when, (_, known) => known > when ? known : when);
        }
    }

    /// <summary>Whether a later Create of the same resource took over what this state has: a Delete of the state must not end it.</summary>
    public bool WasAdoptedAfter(string tag, OrderFacts state) =>
        Ids(state).Any(id => _adopted.TryGetValue((tag, id), out var when) && !(state.AdoptedAt >= when));

    /// <summary>An import of this run gives it to the resource with this tag, whatever other state has it.</summary>
    public void RecordImport(string tag, OrderFacts facts)
    {
        foreach (var id in Ids(facts))
        {
            _imported[id] = tag;
        }
    }

    /// <summary>Whether this run imported, for another resource, what a state has: a Delete of the state must not end it.</summary>
    public bool WasImportedByAnother(string tag, OrderFacts state) =>
        Ids(state).Any(id => _imported.TryGetValue(id, out var importer) && importer != tag);

    /// <summary>This process made the cart, or works with it.</summary>
    public void RecordCart(CartId cart) => _madeCarts[cart] = true;

    public bool IsMade(CartId cart) => _madeCarts.ContainsKey(cart);

    /// <summary>The cart of the resource with this tag became the order: this process placed it, or found that.</summary>
    public void RecordOrder(string tag, CartId cart, OrderId order)
    {
        _orderedCarts[cart] = true;
        _owners[order] = tag;
    }

    /// <summary>Something in this process explains the order, and it is not the resource of this tag.</summary>
    public bool IsAnothers(OrderId order, string tag) => (_owners.TryGetValue(order, out var owner) && owner != tag)
        || (_ordersInState.TryGetValue(order, out var tags) && !tags.Contains(tag));

    private static IEnumerable<ResourceId> Ids(OrderFacts facts)
    {
        if (facts.CartId is { } cart)
        {
            yield return new ResourceId.Cart(cart);
        }

        if (facts.OrderId is { } order)
        {
            yield return new ResourceId.Order(order);
        }

        if (facts.ProjectId is { } project)
        {
            yield return new ResourceId.Project(project);
        }
    }
}
