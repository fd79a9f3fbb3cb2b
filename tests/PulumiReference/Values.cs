using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

public static class Output
{
    public static Output<T> Create<T>(T value) => throw Stub.Only;

    public static Output<T> CreateSecret<T>(T value) => throw Stub.Only;

    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) => throw Stub.Only;

    public static Output<string> Format(FormattableString formattableString) => throw Stub.Only;
}

public sealed class Output<T>
{
    internal Output() => throw Stub.Only;

    public Output<U> Apply<U>(Func<T, U> func) => throw Stub.Only;

    public Output<U> Apply<U>(Func<T, Task<U>> func) => throw Stub.Only;

    public Output<U> Apply<U>(Func<T, Input<U>?> func) => throw Stub.Only;

    public Output<U> Apply<U>(Func<T, Output<U>?> func) => throw Stub.Only;
}

public class Input<T>
{
    private protected Input()
    {
    }

    public static implicit operator Input<T>(T? value) => throw Stub.Only;

    public static implicit operator Input<T>(Output<T> value) => throw Stub.Only;

    public static implicit operator Output<T>(Input<T> input) => throw Stub.Only;
}

public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable
{
    public static implicit operator InputList<T>(T[] values) => throw Stub.Only;

    public static implicit operator InputList<T>(List<T> values) => throw Stub.Only;

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => throw Stub.Only;

    public void Add(params Input<T>[] inputs) => throw Stub.Only;

    IEnumerator IEnumerable.GetEnumerator() => throw Stub.Only;
}

public sealed class InputMap<V> : Input<ImmutableDictionary<string, V>>, IEnumerable
{
    public Input<V> this[string key]
    {
        set => throw Stub.Only;
    }

    public static implicit operator InputMap<V>(Dictionary<string, V> values) => throw Stub.Only;

    public static implicit operator InputMap<V>(Output<ImmutableDictionary<string, V>> values) => throw Stub.Only;

    public void Add(string key, Input<V> value) => throw Stub.Only;

    IEnumerator IEnumerable.GetEnumerator() => throw Stub.Only;
}
