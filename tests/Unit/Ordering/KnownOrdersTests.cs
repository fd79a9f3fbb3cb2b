using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class KnownOrdersTests : IDisposable
{
    private const string Mark = "mark";
    private const string OtherMark = "other mark";

    private static readonly CartId Cart = new("7adbfca2-6847-4997-9960-af02fbaa015f");
    private static readonly OrderId Order = new(123456);

    private readonly KnownOrders _known = new(new ManualTimeProvider());

    [Fact]
    public void SawInState_IsRememberedForThatResourceOnly()
    {
        _known.SawInState(Mark, new OrderProgress { Cart = Cart, Order = Order });

        _known.IsInState(Mark, Cart).ShouldBeTrue();
        _known.IsInState(Mark, Order).ShouldBeTrue();
        _known.IsInState(OtherMark, Cart).ShouldBeFalse();
        _known.IsInState(OtherMark, Order).ShouldBeFalse();
    }

    [Fact]
    public void SawInState_OfNothing_RemembersNothing()
    {
        _known.SawInState(Mark, new OrderProgress());

        _known.IsInState(Mark, Cart).ShouldBeFalse();
        _known.IsInState(Mark, Order).ShouldBeFalse();
    }

    [Fact]
    public void Claim_OfAnOrder_KeepsItFromOthersOnly()
    {
        _known.IsClaimedByAnother(Order, Mark).ShouldBeFalse();

        _known.Claim(Order, Mark);

        _known.IsClaimedByAnother(Order, Mark).ShouldBeFalse();
        _known.IsClaimedByAnother(Order, OtherMark).ShouldBeTrue();
    }

    [Fact]
    public void Claim_OfACart_MakesItOurs()
    {
        _known.IsOurs(Cart).ShouldBeFalse();

        _known.Claim(Cart, Mark);

        _known.IsOurs(Cart).ShouldBeTrue();
    }

    [Fact]
    public void TakeSettled_GivesEachCartOnce()
    {
        _known.Settle(Cart, Mark, Order);
        _known.Settle(Cart, Mark, Order);

        _known.TakeSettled().ShouldBe([new SettledCart(Cart, Mark, Order)]);
        _known.TakeSettled().ShouldBeEmpty();
    }

    [Fact]
    public async Task EnterCheckout_WhileOthersCheckOut_DoesNotWait()
    {
        using var first = await _known.EnterCheckoutAsync(CancellationToken.None);

        var second = _known.EnterCheckoutAsync(CancellationToken.None);

        second.IsCompletedSuccessfully.ShouldBeTrue();
        (await second).Dispose();
    }

    [Fact]
    public async Task EnterSearch_WaitsForEveryCheckoutAndHoldsOffNewOnes()
    {
        var first = await _known.EnterCheckoutAsync(CancellationToken.None);
        var second = await _known.EnterCheckoutAsync(CancellationToken.None);
        var search = _known.EnterSearchAsync(CancellationToken.None);
        var late = _known.EnterCheckoutAsync(CancellationToken.None);

        first.Dispose();
        search.IsCompleted.ShouldBeFalse();
        second.Dispose();
        var searching = await search;
        late.IsCompleted.ShouldBeFalse();
        searching.Dispose();
        (await late).Dispose();
    }

    [Fact]
    public async Task EnterSearch_IsForOneAtATime()
    {
        var first = await _known.EnterSearchAsync(CancellationToken.None);
        var second = _known.EnterSearchAsync(CancellationToken.None);

        second.IsCompleted.ShouldBeFalse();
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task EnterSearch_ThatIsCancelledWhileItWaits_LetsOthersIn()
    {
        using var stop = new CancellationTokenSource();
        var checkout = await _known.EnterCheckoutAsync(CancellationToken.None);
        var search = _known.EnterSearchAsync(stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(search);
        using var another = await _known.EnterCheckoutAsync(CancellationToken.None);
        checkout.Dispose();
    }

    [Fact]
    public async Task EnterCheckout_ThatIsCancelledWhileASearchIsOn_IsNotWaitedFor()
    {
        using var stop = new CancellationTokenSource();
        var search = await _known.EnterSearchAsync(CancellationToken.None);
        var checkout = _known.EnterCheckoutAsync(stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(checkout);
        search.Dispose();
        using var next = await _known.EnterSearchAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Leaving_Twice_CountsOnce()
    {
        var first = await _known.EnterCheckoutAsync(CancellationToken.None);
        using var second = await _known.EnterCheckoutAsync(CancellationToken.None);

        first.Dispose();
        first.Dispose();

        var search = _known.EnterSearchAsync(CancellationToken.None);
        search.IsCompleted.ShouldBeFalse();
        second.Dispose();
        (await search).Dispose();
    }

    public void Dispose() => _known.Dispose();
}
