namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>
/// Runs a program: every resource and variable starts as soon as what it refers to is known, so independent resources run side by side.
/// </summary>
internal sealed class ProgramEvaluator(PulumiProgram program, StackConfiguration configuration, IProgramHost host)
{
    private readonly Dictionary<string, Task<ResourceState>> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task<Evaluated>> _variables = new(StringComparer.Ordinal);

    /// <summary>
    /// The program's outputs. Fails with the first failure when a resource or function failed, after all that could run has run.
    /// </summary>
    public async Task<Map> RunAsync()
    {
        foreach (var name in program.Order())
        {
            if (program.Resources.FirstOrDefault(r => r.Name == name) is { } resource)
            {
                _resources[name] = RegisterAsync(resource);
            }
            else
            {
                _variables[name] = program.Config.FirstOrDefault(c => c.Name == name) is { } config
                    ? Task.FromResult(new Evaluated(configuration.Program(program.Name, config), []))
                    : EvaluateAsync(program.Variables.Items[name]);
            }
        }

        await Task.WhenAll([.. _resources.Values, .. _variables.Values]);
        var outputs = Map.Empty;
        foreach (var (name, value) in program.Outputs.Items)
        {
            outputs = outputs.With(name, (await EvaluateAsync(value)).Value);
        }

        return outputs;
    }

    private async Task<ResourceState> RegisterAsync(ResourceDeclaration declaration)
    {
        var get = declaration.Get;
        var (inputs, inputDependencies) = await PropertiesAsync(get is null ? declaration.Properties : Yaml.Section(get, "state"));
        var dependencies = Union(inputDependencies.Values);
        foreach (var name in declaration.DependsOn)
        {
            dependencies = dependencies.Add((await _resources[name]).Urn);
        }

        var provider = declaration.Provider is { } named ? await _resources[named] : null;
        var id = get is null ? null : (await EvaluateAsync(get["id"]!)).Value;
        var goal = declaration.Options with
        {
            Inputs = inputs,
            External = get is not null,
            Dependencies = [.. dependencies],
            PropertyDependencies = get is null ? inputDependencies : inputDependencies.Clear(),
        };
        return await host.RegisterAsync(new ResourceRegistration(declaration, goal, provider, id));
    }

    private async Task<(Map Values, ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Dependencies)> PropertiesAsync(
        Map properties)
    {
        var values = Map.Empty;
        var dependencies = ImmutableSortedDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in properties.Items)
        {
            var evaluated = await EvaluateAsync(value);
            values = evaluated.Value is Null ? values : values.With(name, evaluated.Value);
            dependencies = dependencies.SetItem(name, evaluated.Dependencies);
        }

        return (values, dependencies);
    }

    private async Task<Evaluated> EvaluateAsync(PropertyValue node)
    {
        switch (node)
        {
            case Text text:
                return await TextAsync(text.Value);
            case List list:
                var items = await AllAsync(list.Items, EvaluateAsync);
                return new Evaluated(Of(items.Select(i => i.Value)), Union(items.Select(i => i.Dependencies)));
            case Map map when FunctionCall.In(map) is { Token: null } secret:
                var inner = await EvaluateAsync(secret.Argument);
                return inner with { Value = SecretOf(inner.Value) };
            case Map map when FunctionCall.In(map) is { } call:
                return await InvokeAsync(call);
            case Map map:
                var (values, dependencies) = await PropertiesAsync(map);
                return new Evaluated(values, Union(dependencies.Values));
            default:
                return new Evaluated(node, []);
        }
    }

    /// <summary>
    /// A reference alone keeps its type. In text, one unknown part makes all of it unknown, one secret part makes all of it secret.
    /// </summary>
    private async Task<Evaluated> TextAsync(string text)
    {
        var parts = await AllAsync(
            Expressions.Parts(text), p => p is PropertyPath path ? ResolveAsync(path) : Task.FromResult(new Evaluated(Of((string)p), [])));
        if (parts is [var only])
        {
            return only;
        }

        var joined = parts.Any(p => p.Value.ContainsUnknown)
            ? UnknownValue
            : Of(string.Concat(parts.Select(p => PropertyText.Plain(p.Value.Plain()))));
        return new Evaluated(parts.Any(p => p.Value.ContainsSecret) ? SecretOf(joined) : joined, Union(parts.Select(p => p.Dependencies)));
    }

    private async Task<Evaluated> InvokeAsync(FunctionCall call)
    {
        var arguments = await EvaluateAsync(call.Argument);
        if (arguments.Value.ContainsUnknown)
        {
            return arguments with { Value = UnknownValue };
        }

        var provider = Expressions.References(call.Provider).FirstOrDefault() is { } name ? await _resources[name] : null;
        var result = await host.InvokeAsync(call.Token!, arguments.Value.Plain() as Map ?? Map.Empty, provider);
        // One secret in the arguments or in the answer makes the whole answer secret.
        return arguments with { Value = arguments.Value.ContainsSecret || result.ContainsSecret ? SecretOf(result.Plain()) : result };
    }

    private async Task<Evaluated> ResolveAsync(PropertyPath path)
    {
        if (_variables.TryGetValue(path.Root, out var variable))
        {
            var evaluated = await variable;
            return evaluated with { Value = path.Follow(evaluated.Value, 1, host.Preview) };
        }

        var resource = await _resources[path.Root];
        var value = path.Keys is [_, "id"]
            ? resource.Id is { } id ? Of(id) : UnknownValue
            : path.Follow(resource.Outputs, 1, host.Preview);
        return new Evaluated(value, [resource.Urn]);
    }

    /// <summary>One after the other, as the engine does.</summary>
    private static async Task<IReadOnlyList<Evaluated>> AllAsync<T>(IEnumerable<T> all, Func<T, Task<Evaluated>> evaluate)
    {
        var values = new List<Evaluated>();
        foreach (var one in all)
        {
            values.Add(await evaluate(one));
        }

        return values;
    }

    private static ImmutableSortedSet<string> Union(IEnumerable<ImmutableSortedSet<string>> sets)
        => sets.SelectMany(s => s).ToImmutableSortedSet(StringComparer.Ordinal);

    /// <param name="Dependencies">URNs of the resources that the value comes from.</param>
    private sealed record Evaluated(PropertyValue Value, ImmutableSortedSet<string> Dependencies);
}
