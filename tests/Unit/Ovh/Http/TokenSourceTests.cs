using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class TokenSourceTests
{
    private readonly ManualTimeProvider _clock = new();
    private int _fetched;

    // A minute of a long life is left unused, and half of a short one.
    [Theory]
    [InlineData(3600, 3540)]
    [InlineData(120, 60)]
    [InlineData(100, 50)]
    [InlineData(null, 3540)]
    [InlineData(86_400, 86_340)]
    [InlineData(86_401, 86_340)]
    public async Task A_token_is_replaced_shortly_before_it_lapses(int? lifetime, int usable)
    {
        var sut = new TokenSource(_clock, _ => Task.FromResult(Token(lifetime)));

        (await sut.GetAsync(default)).UsableFor.ShouldBe(TimeSpan.FromSeconds(usable));
        _clock.Advance(TimeSpan.FromSeconds(usable) - TimeSpan.FromTicks(1));
        (await sut.GetAsync(default)).Token.Reveal().ShouldBe("t1");
        _clock.Advance(TimeSpan.FromTicks(1));
        (await sut.GetAsync(default)).Token.Reveal().ShouldBe("t2");
    }

    [Fact]
    public async Task The_life_of_a_token_begins_when_it_is_asked_for()
    {
        var answer = new TaskCompletionSource<OAuthToken>();
        var sut = new TokenSource(_clock, _ => _fetched == 0 ? answer.Task : Task.FromResult(Token(3600)));
        var first = sut.GetAsync(default);
        _clock.Advance(TimeSpan.FromSeconds(40));
        answer.SetResult(Token(3600));
        (await first).Token.Reveal().ShouldBe("t1");

        _clock.Advance(TimeSpan.FromSeconds(3500));

        (await sut.GetAsync(default)).Token.Reveal().ShouldBe("t2");
    }

    [Fact]
    public async Task A_token_that_was_replaced_already_is_not_discarded_with_the_old_one()
    {
        var sut = new TokenSource(_clock, _ => Task.FromResult(Token(3600)));
        var old = await sut.GetAsync(default);

        sut.Discard(old);
        (await sut.GetAsync(default)).Token.Reveal().ShouldBe("t2");
        sut.Discard(old);

        (await sut.GetAsync(default)).Token.Reveal().ShouldBe("t2");
    }

    private OAuthToken Token(int? lifetime) => new() { AccessToken = new Secret($"t{++_fetched}"), ExpiresIn = lifetime };
}
