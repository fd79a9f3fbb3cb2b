using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Tests.Unit.Ovh;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>What is not found is compared with a list. A preview keeps lists for a moment, and one from before proves nothing.</summary>
public sealed class MissingInPreviewTests
{
    [Theory]
    [InlineData("[]")]
    [InlineData("""["c"]""")]
    public Task A_cart_is_compared_with_a_new_list(string newList)
    {
        var id = new CartId("c");
        return ShouldCompareAsync(
            ("/order/cart", "/order/cart/c", """["c"]""", newList), previews => previews.Carts.ListAsync(null, default),
            previews => new CartReader(previews).FindAsync(id, default), new OrderFailure.CartListedButUnreadable(id));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[7]")]
    public Task An_order_is_compared_with_a_new_list(string newList)
    {
        var id = new OrderId(7);
        return ShouldCompareAsync(
            ("/me/order", "/me/order/7/status", "[7]", newList), previews => previews.Orders.ListAsync(null, default),
            previews => new OrderReader(previews).FindStatusAsync(id, default), new OrderFailure.OrderListedButUnreadable(id));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""["p"]""")]
    public Task A_project_is_compared_with_a_new_list(string newList)
    {
        var id = new ProjectId("p");
        return ShouldCompareAsync(
            ("/cloud/project", "/cloud/project/p", """["p"]""", newList), previews => previews.Projects.ListAsync(default),
            async previews => await Composition.Readers(
                    previews, new OwnershipRegistry(previews.Time), new ProjectEnds(), new CheckoutGate())
                .Projects.FindAsync(id, default) as ProjectPresence.Present,
            new OrderFailure.ProjectListedButUnreadable(id));
    }

    private static async Task ShouldCompareAsync<T>(
        (string List, string Item, string Before, string Now) answers, Func<OvhApi, Task> listAsync, Func<OvhApi, Task<T?>> lookAsync,
        OrderFailure failureWhereListed)
        where T : class
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey);
        var (list, item) = ($"GET {answers.List}", $"GET {answers.Item}");
        sut.Socket.On(list, 200, answers.Before).On(item, 404).On(list, 200, answers.Now);
        var previews = sut.Api.ForPreviews();
        await listAsync(previews);

        if (answers.Now == "[]")
        {
            (await lookAsync(previews)).ShouldBeNull();
        }
        else
        {
            (await Should.ThrowAsync<OrderException>(() => lookAsync(previews))).Failure.ShouldBe(failureWhereListed);
        }

        sut.Socket.ShouldBeUsedUp();
    }
}
