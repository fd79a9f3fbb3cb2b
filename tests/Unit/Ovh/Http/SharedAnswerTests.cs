using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class SharedAnswerTests
{
    [Fact]
    public async Task SharedRoute_AskedTwiceAtOnce_IsSentOnce_AndAgainLater()
    {
        using var sut = new ApiUnderTest();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        sut.Socket.On("GET /me", _ => answer.Task).On("GET /me", 200, """{"ovhSubsidiary":"b"}""");

        var (first, second) = (sut.Api.Me.GetAsync(default), sut.Api.Me.GetAsync(default));
        answer.SetResult(new HttpResponseMessage { Content = new StringContent("""{"ovhSubsidiary":"a"}""") });

        (await first).OvhSubsidiary.ShouldBe("a");
        (await second).OvhSubsidiary.ShouldBe("a");
        (await sut.Api.Me.GetAsync(default)).OvhSubsidiary.ShouldBe("b");
        sut.Socket.ShouldBeUsedUp();
    }

    [Fact]
    public async Task AnAnswer_ThatIsNotUnderstood_IsToldAlikeToAllWhoShareIt()
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        sut.Socket.On("GET /me", _ => answer.Task);

        Task[] calls = [sut.Api.Me.GetAsync(default), sut.Api.Me.GetAsync(default)];
        answer.SetResult(new HttpResponseMessage { Content = new StringContent("[]"), Headers = { { "X-OVH-QUERYID", "q1" } } });

        foreach (var call in calls)
        {
            (await Should.ThrowAsync<OvhApiException>(() => call)).Reference.ShouldBe("(HTTP 200, query q1)");
        }
    }

    [Fact]
    public async Task OtherRoutes_AskedTwiceAtOnce_AreSentTwice()
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On("GET /cloud/project", 200, "[]").On("GET /cloud/project", 200, "[]");

        await Task.WhenAll(sut.Api.Projects.ListAsync(default), sut.Api.Projects.ListAsync(default));

        sut.Socket.ShouldBeUsedUp();
    }

    [Fact]
    public async Task OneAsker_ThatGoesAway_LeavesTheAnswerToTheOther()
    {
        using var sut = new ApiUnderTest();
        using var cancel = new CancellationTokenSource();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        sut.Socket.On("GET /me", token => answer.Task.WaitAsync(token));
        var (goes, stays) = (sut.Api.Me.GetAsync(cancel.Token), sut.Api.Me.GetAsync(default));

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => goes);
        answer.SetResult(new HttpResponseMessage { Content = new StringContent("{}") });

        (await stays).ShouldBe(new Me());
    }

    [Fact]
    public async Task TheLastAsker_ThatGoesAway_StopsTheWork()
    {
        var sut = new SingleFlight<int>();
        using var cancel = new CancellationTokenSource();
        var stopped = new TaskCompletionSource();
        var asker = sut.RunAsync(
            async token =>
            {
                token.Register(stopped.SetResult);
                return await new TaskCompletionSource<int>().Task.WaitAsync(token);
            },
            cancel.Token);

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asker);
        await stopped.Task;

        (await sut.RunAsync(_ => Task.FromResult(2), default)).ShouldBe(2);
    }

    [Fact]
    public async Task AFailure_IsSharedAndNotKept()
    {
        var sut = new SingleFlight<int>();
        var work = new TaskCompletionSource<int>();
        var (first, second) = (sut.RunAsync(_ => work.Task, default), sut.RunAsync(_ => Task.FromResult(1), default));

        work.SetException(new InvalidOperationException("no"));

        await Should.ThrowAsync<InvalidOperationException>(() => first);
        await Should.ThrowAsync<InvalidOperationException>(() => second);
        (await sut.RunAsync(_ => Task.FromResult(3), default)).ShouldBe(3);
    }

    [Fact]
    public async Task AWork_ThatIsGivenUpByItself_IsSharedAndNotKept()
    {
        var sut = new SingleFlight<int>();
        var work = new TaskCompletionSource<int>();
        var (first, second) = (sut.RunAsync(_ => work.Task, default), sut.RunAsync(_ => Task.FromResult(1), default));

        work.SetCanceled();

        await Should.ThrowAsync<OperationCanceledException>(() => first);
        await Should.ThrowAsync<OperationCanceledException>(() => second);
        (await sut.RunAsync(_ => Task.FromResult(3), default)).ShouldBe(3);
    }

    [Fact]
    public async Task AWork_ThatAllHaveLeft_NeitherServesNorEndsTheNextOne()
    {
        var sut = new SingleFlight<int>();
        using var cancel = new CancellationTokenSource();
        var (left, next) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var asker = sut.RunAsync(_ => left.Task, cancel.Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asker);

        var second = sut.RunAsync(_ => next.Task, default);
        left.SetResult(1);
        var third = sut.RunAsync(_ => Task.FromResult(3), default);
        next.SetResult(2);

        (await second).ShouldBe(2);
        (await third).ShouldBe(2);
    }
}
