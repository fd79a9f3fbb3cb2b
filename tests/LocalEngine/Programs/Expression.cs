using System.Collections.Immutable;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>A value in a YAML program, before its references are known.</summary>
internal abstract record Expression
{
    private Expression()
    {
    }

    /// <summary>Names of the resources, variables and configuration values that must be known first.</summary>
    public IEnumerable<string> References => this switch
    {
        Reference r => [r.Path.Root],
        Interpolation i => i.Parts.SelectMany(p => p.References),
        List l => l.Items.SelectMany(i => i.References),
        Map m => m.Items.SelectMany(i => i.Value.References),
        Secret s => s.Value.References,
        // What a function depends on explicitly is left out: the engine doesn't wait for it either (see the transcripts, finding 20).
        Invoke v => v.Arguments.References.Concat(v.Provider?.References ?? []),
        _ => [],
    };

    public sealed record Literal(PropertyValue Value) : Expression;

    public sealed record Reference(PropertyPath Path) : Expression;

    /// <summary>Text around references; always gives a string.</summary>
    public sealed record Interpolation(ImmutableArray<Expression> Parts) : Expression;

    public sealed record List(ImmutableArray<Expression> Items) : Expression;

    public sealed record Map(ImmutableArray<VariableDeclaration> Items) : Expression;

    public sealed record Secret(Expression Value) : Expression;

    /// <param name="Return">The one property of the answer that is wanted; null for all of it.</param>
    public sealed record Invoke(string Token, Map Arguments, string? Return, Reference? Provider) : Expression;
}
