using PulumiOvhOrder.Ordering;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class ResourceIdTests
{
    private const string Project = "0123456789abcdef0123456789abcdef";
    private const string Cart = "01234567-89ab-cdef-0123-456789abcdef";

    [Theory]
    [InlineData(Project, Project)]
    [InlineData("00000000000000000000000000000012", "00000000000000000000000000000012")]
    [InlineData($"urn:v1:eu:resource:publicCloudProject:{Project}", Project)]
    [InlineData("0123456789ABCDEF0123456789ABCDEF", Project)]
    [InlineData("order/12", "order/12")]
    [InlineData("12", "order/12")]
    [InlineData("order/012", "order/12")]
    [InlineData($"cart/{Cart}", $"cart/{Cart}")]
    [InlineData("cart/01234567-89AB-CDEF-0123-456789ABCDEF", $"cart/{Cart}")]
    public void An_id_has_one_spelling(string text, string id) => ResourceId.Parse(text).ShouldNotBeNull().ToString().ShouldBe(id);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("order/0")]
    [InlineData("order/")]
    [InlineData("order/-1")]
    [InlineData(" 12")]
    [InlineData("ORDER/12")]
    [InlineData("order/99999999999999999999")]
    [InlineData($"order/{Project}")]
    [InlineData("cart/")]
    [InlineData("cart/0123456789abcdef0123456789abcdef")]
    [InlineData($"cart/{{{Cart}}}")]
    [InlineData(Cart)]
    [InlineData($"urn:v1:eu:resource:vps:{Project}")]
    [InlineData($"{Project}\n")]
    public void What_names_nothing_is_no_id(string text) => ResourceId.Parse(text).ShouldBeNull();
}
