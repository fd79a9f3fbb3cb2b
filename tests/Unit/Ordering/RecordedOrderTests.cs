using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>What is read back of what an order was placed with.</summary>
public sealed class RecordedOrderTests
{
    private const string Hds = "certification.hds.2018";
    private const string Project = "project.2018";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_line_of_the_project_is_told_by_its_plan_wherever_the_order_lists_it(bool isOptionFirst)
    {
        using var sut = new OrdersUnderTest();
        var order = sut.AddOrder(sut.Now, sut.AddCart(TimeSpan.FromDays(1), isCheckedOut: true, options: [Hds]));
        sut.Simulation.Faults.Add([new Fault
        {
            Path = "/me/order/*/details",
            Kind = FaultKind.Replace,
            Times = 0,
            Body = System.Text.Json.JsonSerializer.SerializeToElement(
                order.Details.Select(d => d.Id).Order().OrderByDescending(id => isOptionFirst ? id : 0)),
        }]);
        sut.Pay(order);

        var found = (await sut.ReadBackAsync(sut.Run(OrdersUnderTest.Known(order)), isImport: true))
            .ShouldBeOfType<OrderFinding.Present>();

        found.Recorded.Settings!.PlanCode.ShouldBe(Project);
        found.Recorded.Description.ShouldBe("shop");
        found.Recorded.Options!.Value.Select(o => o.PlanCode).ShouldBe([Hds]);
        found.Facts.ProjectId!.Value.Value.ShouldBe(order.ProjectId);
    }

    [Fact]
    public void Labels_are_read_in_the_spelling_of_a_translated_guide_and_in_their_own_first()
    {
        Of(("Beschreibung", "shop"), ("Gutschein", "V")).ShouldBe(("shop", "V"));
        Of(("Beschreibung", "x"), ("description", "shop"), ("voucher", "V"), ("Coupon", "W")).ShouldBe(("shop", "V"));
        Of(("description", ""), ("Opis", "shop"), ("vrack", "pn-1")).ShouldBe(("shop", null));
        Of().ShouldBe((null, null));

        static (string? Description, string? Voucher) Of(params (string Label, string Value)[] labels)
        {
            var recorded = new RecordedOrder(null, labels.ToImmutableSortedDictionary(l => l.Label, l => l.Value), null);
            return (recorded.Description, recorded.Voucher);
        }
    }
}
