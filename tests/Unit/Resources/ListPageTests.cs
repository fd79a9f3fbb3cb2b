using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Resources;

public sealed class ListPageTests
{
    private static readonly ResourceId Last = new ResourceId.Order(new OrderId(42));

    [Fact]
    public void A_token_says_all_that_the_next_page_has_to_know()
    {
        var page = Page(limit: 10, pageSize: 4).With(new ResourceId.Project(new ProjectId(new string('a', 32)))).With(Last);

        page.ToString().ShouldBe("10/2/order/42");
        Page(limit: 10, pageSize: 4, "10/2/order/42").ShouldBe(new ListPage(10, 2, 4, Last));
    }

    [Theory]
    [InlineData(10, 8)]
    [InlineData(8, 8)]
    [InlineData(null, long.MaxValue)]
    public void What_is_left_of_a_limit_is_told_by_the_limit_that_is_sent_again(int? limit, long left) =>
        Page(limit, pageSize: 4, "10/2/order/42").Left.ShouldBe(left);

    [Fact]
    public void Without_a_limit_nothing_is_counted_down() =>
        Page(limit: null, pageSize: null).With(Last).With(Last).Left.ShouldBe(long.MaxValue);

    [Theory]
    [InlineData("")]
    [InlineData("order/42")]
    [InlineData("10/-1/order/42")]
    [InlineData("10/2/order/")]
    public void A_token_that_this_provider_never_gave_is_refused(string token) =>
        Should.Throw<ProviderException>(() => Page(null, null, token)).Kind.ShouldBe(FailureKind.InvalidArgument);

    private static ListPage Page(long? limit, long? pageSize, string? token = null) =>
        ListPage.Of(new ListRequest("t", PropertyValue.Map.Empty, limit, pageSize, token));
}
