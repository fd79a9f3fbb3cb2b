using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class ProjectEndsTests
{
    private static readonly ProjectId Project = ProjectId.Of(new string('a', 32));

    private readonly ProjectEnds _ends = new();

    [Fact]
    public void A_requested_end_is_not_a_confirmed_one()
    {
        _ends.Requested(Project);

        (_ends.WasRequested(Project), _ends.WasConfirmed(Project)).ShouldBe((true, false));
    }

    [Fact]
    public void A_confirmed_end_stays_confirmed_when_it_is_requested_again()
    {
        _ends.Confirmed(Project);
        _ends.Requested(Project);

        (_ends.WasRequested(Project), _ends.WasConfirmed(Project)).ShouldBe((true, true));
    }

    [Fact]
    public void The_end_of_one_project_is_none_of_another()
    {
        _ends.Confirmed(Project);

        var other = ProjectId.Of(new string('b', 32));
        (_ends.WasRequested(other), _ends.WasConfirmed(other)).ShouldBe((false, false));
    }
}
