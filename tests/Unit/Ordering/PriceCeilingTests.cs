using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Resources.CloudProject;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class PriceCeilingTests
{
    [Theory]
    [InlineData("12.00", "11.99")]
    [InlineData("0.01", "0")]
    public void Check_AboveTheCeiling_NamesBothAmountsAndTheProperty(string price, string most)
    {
        var error = Should.Throw<OrderException>(() => Check(Decimal(price), Decimal(most)));

        FailureMessages.Property(error.Failure).ShouldBe("maxPrice");
        FailureMessages.Of(error.Failure).ShouldBe(
            $"the order would cost {price} EUR including tax, and maxPrice is {Decimal(most):0.00} EUR. "
            + "Raise maxPrice if that is what you want to spend");
    }

    [Theory]
    [InlineData("12.00", "12")]
    [InlineData("12.00", "12.01")]
    [InlineData("0", "0")]
    public void Check_AtOrBelowTheCeiling_Passes(string price, string most) => Should.NotThrow(() => Check(Decimal(price), Decimal(most)));

    [Fact]
    public void Check_WithoutACeiling_PassesAnything() => Should.NotThrow(() => Check(1_000_000, null));

    [Fact]
    public void Allowed_IsInTheCurrencyOfTheOrder() => PriceCeiling.Allowed(Request(5), Quote(0, "PTS")).ToString().ShouldBe("5.00 PTS");

    private static void Check(decimal price, decimal? most) =>
        PriceCeiling.Check(Request(most), Quote(price, "EUR"), order: null);

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static OrderRequest Request(decimal? most) => new() { Tag = "tag", Description = "shop", MaxPrice = most };

    private static Quote Quote(decimal withTax, string currency) => new(new QuotePrices(currency, withTax, withTax, 0, 0), [], []);
}
