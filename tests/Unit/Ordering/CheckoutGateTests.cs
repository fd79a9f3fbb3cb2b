using PulumiOvhOrder.Ordering;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class CheckoutGateTests
{
    private readonly CheckoutGate _gate = new();

    [Fact]
    public async Task EnterCheckout_WhileOthersCheckOut_DoesNotWait()
    {
        using var first = await _gate.EnterCheckoutAsync(CancellationToken.None);

        var second = _gate.EnterCheckoutAsync(CancellationToken.None);

        second.IsCompletedSuccessfully.ShouldBeTrue();
        (await second).Dispose();
    }

    [Fact]
    public async Task EnterSearch_WaitsForEveryCheckoutAndHoldsOffNewOnes()
    {
        var first = await _gate.EnterCheckoutAsync(CancellationToken.None);
        var second = await _gate.EnterCheckoutAsync(CancellationToken.None);
        var search = _gate.EnterSearchAsync(CancellationToken.None);
        var third = _gate.EnterCheckoutAsync(CancellationToken.None);

        first.Dispose();
        search.IsCompleted.ShouldBeFalse();
        second.Dispose();
        var entered = await search;
        third.IsCompleted.ShouldBeFalse();
        entered.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task EnterSearch_ThatIsCancelled_LetsOthersIn()
    {
        using var checkout = await _gate.EnterCheckoutAsync(CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var search = _gate.EnterSearchAsync(stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => search);
        (await _gate.EnterCheckoutAsync(CancellationToken.None)).Dispose();
    }
}
