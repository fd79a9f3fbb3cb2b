using System.Collections.Concurrent;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>Answers that serve equal questions for a moment, from when they were asked. Failures are not kept.</summary>
internal sealed class KeptAnswers<T>(TimeSpan life, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Question> _questions = new(StringComparer.Ordinal);

    public Task<T> GetAsync(string key, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        foreach (var old in _questions.Where(q => q.Value.Answer is { } answer && IsOld(answer)))
        {
            _questions.TryRemove(old);
        }

        var question = _questions.GetOrAdd(key, _ => new Question());
        return question.Flight.RunAsync(
            async token =>
            {
                if (question.Answer is { } known && !IsOld(known))
                {
                    return known.Value;
                }

                var asked = time.GetTimestamp();
                var value = await ask(token);
                question.Answer = new Answer(value, asked);
                return value;
            },
            cancellationToken);
    }

    private bool IsOld(Answer answer) => time.GetElapsedTime(answer.Asked) > life;

    private sealed class Question
    {
        private Answer? _answer;

        public SingleFlight<T> Flight { get; } = new();

        public Answer? Answer
        {
            get => Volatile.Read(ref _answer);
            set => Volatile.Write(ref _answer, value);
        }
    }

    private sealed record Answer(T Value, long Asked);
}
