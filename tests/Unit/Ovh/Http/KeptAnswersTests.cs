using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class KeptAnswersTests
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    private readonly ManualTimeProvider _clock = new();
    private int _asked;

    [Fact]
    public async Task An_answer_serves_equal_questions_to_the_end_of_its_life()
    {
        var sut = new KeptAnswers<int>(Life, _clock);

        (await sut.GetAsync("a", Ask, default)).ShouldBe(1);
        _clock.Advance(Life);
        (await sut.GetAsync("a", Ask, default)).ShouldBe(1);
        _clock.Advance(TimeSpan.FromTicks(1));
        (await sut.GetAsync("a", Ask, default)).ShouldBe(2);
        _clock.Advance(Life);
        (await sut.GetAsync("a", Ask, default)).ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_serves_no_other_question()
    {
        var sut = new KeptAnswers<int>(Life, _clock);

        (await sut.GetAsync("a", Ask, default)).ShouldBe(1);
        (await sut.GetAsync("A", Ask, default)).ShouldBe(2);
        (await sut.GetAsync("a", Ask, default)).ShouldBe(1);
    }

    [Fact]
    public async Task The_life_of_an_answer_begins_when_it_is_asked_for()
    {
        var sut = new KeptAnswers<int>(Life, _clock);
        var answer = new TaskCompletionSource<int>();

        var first = sut.GetAsync("a", _ => answer.Task, default);
        _clock.Advance(TimeSpan.FromSeconds(2));
        answer.SetResult(7);
        (await first).ShouldBe(7);
        _clock.Advance(TimeSpan.FromSeconds(1.5));

        (await sut.GetAsync("a", Ask, default)).ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_serves_no_later_question()
    {
        var sut = new KeptAnswers<int>(Life, _clock);

        await Should.ThrowAsync<InvalidOperationException>(() =>
            sut.GetAsync("a", _ => throw new InvalidOperationException("no"), default));

        (await sut.GetAsync("a", Ask, default)).ShouldBe(1);
    }

    [Fact]
    public async Task A_preview_reads_once_in_three_seconds_and_shares_nothing_with_other_calls()
    {
        using var sut = new ApiUnderTest();
        var previews = sut.Api.ForPreviews();
        sut.Socket.On("GET /cloud/project", 200, """["a"]""").On("GET /cloud/project", 200, """["b"]""")
            .On("GET /cloud/project", 200, """["c"]""");

        (await previews.Projects.ListAsync(default)).ShouldBe([new ProjectId("a")]);
        (await sut.Api.Projects.ListAsync(default)).ShouldBe([new ProjectId("b")]);
        sut.Clock.Advance(Life);
        (await previews.Projects.ListAsync(default)).ShouldBe([new ProjectId("a")]);
        sut.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await previews.Projects.ListAsync(default)).ShouldBe([new ProjectId("c")]);

        sut.Socket.ShouldBeUsedUp();
    }

    [Fact]
    public async Task A_preview_that_does_not_understand_an_answer_reads_once_more()
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On("GET /me", 200, "[]").On("GET /me", 200, """{"ovhSubsidiary":"FR"}""");

        (await sut.Api.ForPreviews().Me.GetAsync(default)).OvhSubsidiary.ShouldBe("FR");

        sut.Socket.ShouldBeUsedUp();
    }

    [Fact]
    public async Task A_preview_that_may_not_repeat_does_not_read_once_more()
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket.On("GET /me", 200, "[]");

        (await sut.FailAsync(api => api.ForPreviews().Me.GetAsync(default))).Status.ShouldBe(200);

        sut.Socket.Seen.Count.ShouldBe(1);
    }

    private Task<int> Ask(CancellationToken cancellationToken) => Task.FromResult(++_asked);
}
