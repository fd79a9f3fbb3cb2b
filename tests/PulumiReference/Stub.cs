using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>How a program runs here: every output has a sample value, and the package must be able to send what it returns.</summary>
public static class Stub
{
    private static readonly AsyncLocal<bool> WithoutOptional = new();

    /// <summary>Outputs that may be absent are so: null, and lists as the package leaves them.</summary>
    public static bool IsSparse
    {
        get => WithoutOptional.Value;
        set => WithoutOptional.Value = value;
    }

    internal static NotSupportedException Only => new("a stub of the package Pulumi: it has this signature and does nothing");

    /// <summary>Gives every output of a resource its value, as the package does before the constructor of the class runs.</summary>
    internal static void Fill(object resource)
    {
        foreach (var property in resource.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is not null)
            {
                var type = new NullabilityInfoContext().Create(property).GenericTypeArguments[0];
                property.SetValue(resource, Wrapped(type.Type, Sample(type)));
            }
        }
    }

    internal static T Result<T>() => (T)Made(typeof(T));

    /// <exception cref="InvalidOperationException">The package refuses such a value.</exception>
    internal static void Send(string path, object? value)
    {
        switch (value)
        {
            case null or bool or int or double or string:
                break;
            case IOutput output:
                Send(path, output.Value);
                break;
            case IDictionary entries:
                foreach (DictionaryEntry entry in entries)
                {
                    Send($"{path}.{(string)entry.Key}", entry.Value);
                }

                break;
            case IList items:
                for (var i = 0; i < items.Count; i++)
                {
                    Send($"{path}[{i}]", items[i]);
                }

                break;
            default:
                var type = value.GetType();
                if (type.GetCustomAttribute<OutputTypeAttribute>() is not null)
                {
                    foreach (var field in type.GetFields())
                    {
                        Send($"{path}.{field.Name}", field.GetValue(value));
                    }
                }
                else if (type.GetCustomAttribute<EnumTypeAttribute>() is null)
                {
                    throw new InvalidOperationException($"{type} is not a supported argument type: {path}");
                }

                break;
        }
    }

    private static object Wrapped(Type type, object? value) => typeof(Output<>).MakeGenericType(type)
        .GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).Single().Invoke([value]);

    private static object? Sample(NullabilityInfo info)
    {
        if (IsSparse && (info.ReadState == NullabilityState.Nullable || Generic(info.Type) == typeof(ImmutableArray<>)))
        {
            return info.Type.IsValueType ? Activator.CreateInstance(info.Type) : null;
        }

        return Made(Nullable.GetUnderlyingType(info.Type) ?? info.Type);
    }

    private static object Made(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => 1,
        _ when type == typeof(double) => 1.5,
        _ when type.GetCustomAttribute<EnumTypeAttribute>() is not null =>
            type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).Single().Invoke(["value"]),
        _ when type.GetCustomAttribute<OutputTypeAttribute>() is not null => Constructed(type),
        _ when Generic(type) == typeof(ImmutableArray<>) => One(nameof(List), type.GenericTypeArguments[0]),
        _ when Generic(type) == typeof(ImmutableDictionary<,>) => One(nameof(Map), type.GenericTypeArguments[1]),
        _ => throw new NotSupportedException($"no sample of {type}"),
    };

    private static object Constructed(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance)
            .Single(c => c.GetCustomAttribute<OutputConstructorAttribute>() is not null);
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Sample(new NullabilityInfoContext().Create(p)))]);
    }

    private static object One(string maker, Type item) =>
        typeof(Stub).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [Made(item)])!;

    private static ImmutableArray<T> List<T>(T item) => [item];

    private static ImmutableDictionary<string, T> Map<T>(T item) => ImmutableDictionary<string, T>.Empty.Add("key", item);

    private static Type? Generic(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : null;
}
