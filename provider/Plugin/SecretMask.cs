using System.Collections.Immutable;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Plugin;

/// <summary>
/// Replaces secrets in texts that leave the process. OVHcloud quotes what it was sent in some of its errors, a voucher for example, and the
/// engine masks only what it knows to be an output.
/// </summary>
internal sealed class SecretMask
{
    private const string Replacement = "[secret]";

    /// <summary>Anything shorter would take ordinary words apart, and hides nothing.</summary>
    private const int MinLength = 4;

    private readonly ImmutableArray<string> _secrets;

    private SecretMask(IEnumerable<string> secrets)
    {
        // The longest first: one may be part of another.
        _secrets = [.. secrets.Where(s => s.Length >= MinLength).Distinct().OrderByDescending(s => s.Length)];
    }

    /// <param name="known">Secrets of the provider's configuration.</param>
    /// <param name="names">Properties that are secret whether or not they are marked.</param>
    /// <param name="values">The properties of one request.</param>
    public static SecretMask Of(IEnumerable<string> known, IReadOnlySet<string> names, params IEnumerable<PropertyValue.Map?> values) =>
        new(known.Concat(values.OfType<PropertyValue.Map>().SelectMany(map => map.Items.SelectMany(
            entry => Texts(entry.Value, isSecret: names.Contains(entry.Key))))));

    public string Apply(string text) =>
        _secrets.Aggregate(text, (masked, secret) => masked.Replace(secret, Replacement, StringComparison.Ordinal));

    public ImmutableArray<CheckFailure> Apply(ImmutableArray<CheckFailure> failures) =>
        [.. failures.Select(f => f with { Reason = Apply(f.Reason) })];

    /// <summary>What is thrown instead of an answer is without the secrets.</summary>
    public async Task<T> GuardAsync<T>(Func<Task<T>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Exception e) when (Apply(e.ToString()) is var trace && trace != e.ToString())
        {
            throw Masked(e, trace);
        }
    }

    private Exception Masked(Exception failure, string trace) => failure switch
    {
        OperationCanceledException => failure,
        ResourceInitFailedException e =>
            new ResourceInitFailedException(e.Kind, e.State with { Reasons = [.. e.State.Reasons.Select(Apply)] }),
        ProviderException e => new ProviderException(e.Kind, Apply(e.Message)),
        PropertyFormatException e => new PropertyFormatException(Apply(e.Message)),
        _ => new UnforeseenException($"{failure.GetType().Name}: {Apply(failure.Message)}", trace),
    };

    private static IEnumerable<string> Texts(PropertyValue value, bool isSecret) => value switch
    {
        PropertyValue.Secret secret => Texts(secret.Value, isSecret: true),
        PropertyValue.Text text when isSecret => [text.Value],
        PropertyValue.List list => list.Items.SelectMany(item => Texts(item, isSecret)),
        PropertyValue.Map map => map.Items.Values.SelectMany(item => Texts(item, isSecret)),
        _ => [],
    };
}
