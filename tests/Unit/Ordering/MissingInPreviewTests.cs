using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Tests.Unit.Ovh;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>What is not found is compared with a list. A preview keeps lists for a moment, and one from before proves nothing.</summary>
public sealed class MissingInPreviewTests
{
    private const string Carts = "GET /order/cart";
    private const string Orders = "GET /me/order";
    private const string Projects = "GET /cloud/project";

    [Theory]
    [InlineData("[]")]
    [InlineData("""["c"]""")]
    public async Task A_cart_is_compared_with_a_new_list(string newList)
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey);
        sut.Socket.On(Carts, 200, """["c"]""").On($"{Carts}/c", 404).On(Carts, 200, newList);
        var previews = sut.Api.ForPreviews();
        await previews.Carts.ListAsync(null, default);

        var look = async () => await new CartReader(previews).FindAsync(new CartId("c"), default);

        await ShouldFollowAsync(newList, look, new OrderFailure.CartListedButUnreadable(new CartId("c")));
        sut.Socket.ShouldBeUsedUp();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[7]")]
    public async Task An_order_is_compared_with_a_new_list(string newList)
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey);
        sut.Socket.On(Orders, 200, "[7]").On($"{Orders}/7/status", 404).On(Orders, 200, newList);
        var previews = sut.Api.ForPreviews();
        await previews.Orders.ListAsync(null, default);

        var look = async () => await new OrderReader(previews).FindStatusAsync(new OrderId(7), default);

        await ShouldFollowAsync(newList, look, new OrderFailure.OrderListedButUnreadable(new OrderId(7)));
        sut.Socket.ShouldBeUsedUp();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""["p"]""")]
    public async Task A_project_is_compared_with_a_new_list(string newList)
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey);
        sut.Socket.On(Projects, 200, """["p"]""").On($"{Projects}/p", 404).On(Projects, 200, newList);
        var previews = sut.Api.ForPreviews();
        await previews.Projects.ListAsync(default);
        var readers = Composition.Readers(previews, new OwnershipRegistry(sut.Api.Time), new ProjectEnds(), new CheckoutGate());

        var look = async () => await readers.Projects.FindAsync(new ProjectId("p"), default) as ProjectPresence.Present;

        await ShouldFollowAsync(newList, look, new OrderFailure.ProjectListedButUnreadable(new ProjectId("p")));
        sut.Socket.ShouldBeUsedUp();
    }

    private static async Task ShouldFollowAsync<T>(string newList, Func<Task<T?>> look, OrderFailure failure)
        where T : class
    {
        if (newList == "[]")
        {
            (await look()).ShouldBeNull();
        }
        else
        {
            (await Should.ThrowAsync<OrderException>(look)).Failure.ShouldBe(failure);
        }
    }
}
