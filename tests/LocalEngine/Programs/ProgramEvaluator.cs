using System.Collections.Immutable;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>
/// Runs a program: every resource and variable starts as soon as what it refers to is known, so independent resources run side by side.
/// </summary>
internal sealed class ProgramEvaluator(PulumiProgram program, StackConfiguration configuration, string stack, IProgramHost host)
{
    private readonly Dictionary<string, Task<RegisteredResource>> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task<Evaluated>> _variables = new(StringComparer.Ordinal);

    /// <summary>
    /// The program's outputs. Fails with the first failure when a resource or function failed, after all that could run has run.
    /// </summary>
    public async Task<Map> RunAsync()
    {
        foreach (var name in ProgramOrder.Of(program))
        {
            if (program.Resources.FirstOrDefault(r => r.Name == name) is { } resource)
            {
                _resources[name] = RegisterAsync(resource);
            }
            else
            {
                _variables[name] = program.Variables.FirstOrDefault(v => v.Name == name) is { } variable
                    ? EvaluateAsync(variable.Value)
                    : Task.FromResult(new Evaluated(configuration.Program(program.Name, program.Config.First(c => c.Name == name)), []));
            }
        }

        await Task.WhenAll([.. _resources.Values, .. _variables.Values]);
        var outputs = Map.Empty;
        foreach (var output in program.Outputs)
        {
            outputs = outputs.With(output.Name, (await EvaluateAsync(output.Value)).Value);
        }

        return outputs;
    }

    private async Task<RegisteredResource> RegisterAsync(ResourceDeclaration declaration)
    {
        var (inputs, inputDependencies) = await EvaluateAsync(declaration.Get?.State ?? declaration.Properties);
        var dependencies = inputDependencies.Values.SelectMany(d => d).ToImmutableSortedSet(StringComparer.Ordinal);
        foreach (var name in declaration.Options.DependsOn.SelectMany(d => d.References))
        {
            dependencies = _resources.TryGetValue(name, out var other)
                ? dependencies.Add((await other).Urn)
                : dependencies.Union((await _variables[name]).Dependencies);
        }

        var provider = declaration.Options.Provider is { } reference ? await _resources[reference.Path.Root] : null;
        var id = declaration.Get is { } get ? (await EvaluateAsync(get.Id)).Value : null;
        return await host.RegisterAsync(new ResourceRegistration(declaration, inputs, dependencies, inputDependencies, provider, id));
    }

    private async Task<(Map Values, ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Dependencies)> EvaluateAsync(
        ImmutableArray<VariableDeclaration> properties)
    {
        var values = Map.Empty;
        var dependencies = ImmutableSortedDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);
        foreach (var property in properties)
        {
            var evaluated = await EvaluateAsync(property.Value);
            values = evaluated.Value is Null ? values : values.With(property.Name, evaluated.Value);
            dependencies = dependencies.SetItem(property.Name, evaluated.Dependencies);
        }

        return (values, dependencies);
    }

    private async Task<Evaluated> EvaluateAsync(Expression expression)
    {
        switch (expression)
        {
            case Expression.Literal literal:
                return new Evaluated(literal.Value, []);
            case Expression.Secret secret:
                var inner = await EvaluateAsync(secret.Value);
                return inner with { Value = SecretOf(inner.Value) };
            case Expression.List list:
                var items = await AllAsync(list.Items);
                return new Evaluated(Of(items.Select(i => i.Value)), Union(items));
            case Expression.Map map:
                var (values, dependencies) = await EvaluateAsync(map.Items);
                return new Evaluated(values, dependencies.Values.SelectMany(d => d).ToImmutableSortedSet(StringComparer.Ordinal));
            case Expression.Interpolation interpolation:
                var parts = await AllAsync(interpolation.Parts);
                return new Evaluated(Interpolation.Join(parts.Select(p => p.Value)), Union(parts));
            case Expression.Invoke invoke:
                return await InvokeAsync(invoke);
            case Expression.Reference reference:
                return await ResolveAsync(reference.Path);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<Evaluated> InvokeAsync(Expression.Invoke invoke)
    {
        var arguments = await EvaluateAsync(invoke.Arguments);
        if (arguments.Value.ContainsUnknown)
        {
            return arguments with { Value = UnknownValue };
        }

        var provider = invoke.Provider is { } reference ? await _resources[reference.Path.Root] : null;
        var result = await host.InvokeAsync(invoke.Token, (Map)arguments.Value.Plain(), provider);
        if (invoke.Return is { } name)
        {
            result = new PropertyPath("", [name]).Follow(result, 0, host.Preview);
        }

        // One secret in the arguments or in the answer makes the whole answer secret.
        return arguments with { Value = arguments.Value.ContainsSecret || result.ContainsSecret ? SecretOf(result.Plain()) : result };
    }

    private async Task<Evaluated> ResolveAsync(PropertyPath path)
    {
        if (path.Root == ProgramOrder.BuiltIn)
        {
            var known = Map.Empty.With("project", Of(program.Name)).With("stack", Of(stack));
            return new Evaluated(path.Follow(known, 0, preview: false), []);
        }

        if (_variables.TryGetValue(path.Root, out var variable))
        {
            var evaluated = await variable;
            return evaluated with { Value = path.Follow(evaluated.Value, 0, host.Preview) };
        }

        var resource = await _resources[path.Root];
        var value = path.Accessors switch
        {
            ["id"] => resource.Id,
            ["urn"] => Of(resource.Urn),
            _ => path.Follow(resource.Outputs, 0, host.Preview),
        };
        return new Evaluated(value, [resource.Urn]);
    }

    private async Task<IReadOnlyList<Evaluated>> AllAsync(ImmutableArray<Expression> expressions)
    {
        var all = new List<Evaluated>();
        foreach (var expression in expressions)
        {
            all.Add(await EvaluateAsync(expression));
        }

        return all;
    }

    private static ImmutableSortedSet<string> Union(IEnumerable<Evaluated> values)
        => values.SelectMany(v => v.Dependencies).ToImmutableSortedSet(StringComparer.Ordinal);

    /// <param name="Dependencies">URNs of the resources that the value comes from.</param>
    private sealed record Evaluated(PropertyValue Value, ImmutableSortedSet<string> Dependencies);
}
