using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

internal interface IOutput
{
    object? Value { get; }
}

public static class Output
{
    public static Output<T> Create<T>(T value) => new(value);

    public static Output<T> CreateSecret<T>(T value) => new(value);

    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) => new((item1.ToOutput().Value, item2.ToOutput().Value));

    public static Output<string> Format(FormattableString formattableString) => throw Stub.Only;
}

public sealed class Output<T> : IOutput
{
    internal Output(T value) => Value = value;

    internal T Value { get; }

    object? IOutput.Value => Value;

    public Output<U> Apply<U>(Func<T, U> func) => new(func(Value));

    public Output<U> Apply<U>(Func<T, Task<U>> func) => throw Stub.Only;

    public Output<U> Apply<U>(Func<T, Input<U>?> func) => func(Value)?.ToOutput() ?? new Output<U>(default!);

    public Output<U> Apply<U>(Func<T, Output<U>?> func) => func(Value) ?? new Output<U>(default!);
}

public class Input<T>
{
    private readonly Output<T> _output;

    private protected Input(Output<T> output) => _output = output;

    // A value that may be null is not taken, as by the package itself: the compiler warns.
    public static implicit operator Input<T>(T value) => new(new Output<T>(value));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input._output;

    internal Output<T> ToOutput() => _output;
}

public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable
{
    public InputList()
        : base(new Output<ImmutableArray<T>>([]))
    {
    }

    public static implicit operator InputList<T>(T[] values) => throw Stub.Only;

    public static implicit operator InputList<T>(List<T> values) => throw Stub.Only;

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => throw Stub.Only;

    public void Add(params Input<T>[] inputs) => throw Stub.Only;

    IEnumerator IEnumerable.GetEnumerator() => throw Stub.Only;
}

public sealed class InputMap<V> : Input<ImmutableDictionary<string, V>>, IEnumerable
{
    public InputMap()
        : base(new Output<ImmutableDictionary<string, V>>(ImmutableDictionary<string, V>.Empty))
    {
    }

    public Input<V> this[string key]
    {
        set => throw Stub.Only;
    }

    public static implicit operator InputMap<V>(Dictionary<string, V> values) => throw Stub.Only;

    public static implicit operator InputMap<V>(Output<ImmutableDictionary<string, V>> values) => throw Stub.Only;

    public void Add(string key, Input<V> value) => throw Stub.Only;

    IEnumerator IEnumerable.GetEnumerator() => throw Stub.Only;
}
