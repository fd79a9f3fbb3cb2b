using System.Collections.Immutable;
using PulumiOvhOrder.LocalEngine.Deployments;
using PulumiOvhOrder.LocalEngine.State;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.LocalEngine;

/// <summary>Answers by which the real engine would lose what exists end the stand-in; the others are failures like any other.</summary>
public sealed class StateAnswerTests
{
    private static readonly ImmutableArray<string> Reasons = ["order 123456 is not delivered yet"];

    [Fact]
    public void An_unknown_value_in_a_partial_state_breaks_the_contract()
        => Should.Throw<ProviderContractException>(Answer("order/1", Reasons, unknown: true).RequireKnown).Message.ShouldContain(
            "order 123456");

    [Theory]
    [InlineData("")]
    [InlineData(ResourceState.UnknownId)]
    public void A_partial_state_without_an_id_breaks_the_contract(string id)
        => Should.Throw<ProviderContractException>(() =>
            Answer(id, Reasons, unknown: false).RequireId("urn")).Message.ShouldContain("order 123456");

    [Fact]
    public void The_same_in_a_plain_answer_is_a_failure_of_the_step()
    {
        Should.Throw<StepException>(Answer("1", [], unknown: true).RequireKnown).Message.ShouldBe(
            "unexpected unknown property value for \"stage\"");
        Should.Throw<StepException>(() => Answer("", [], unknown: false).RequireId("urn"))
            .Message.ShouldBe("plugin returned empty resource.ID from create 'urn'");
    }

    [Fact]
    public void A_good_answer_passes()
    {
        var answer = Answer("order/1", Reasons, unknown: false);

        answer.RequireKnown();
        answer.RequireId("urn");
        StateAnswer.Errors(answer.Reasons).ShouldBe("1 error occurred:\n\t* order 123456 is not delivered yet");
    }

    private static StateAnswer Answer(string id, ImmutableArray<string> reasons, bool unknown)
        => new(id, Map.Empty.With("stage", unknown ? UnknownValue : Of("ordered")), null, false, reasons);
}
