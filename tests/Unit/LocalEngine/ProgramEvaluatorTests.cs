using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.LocalEngine;

public sealed class ProgramEvaluatorTests
{
    [Fact]
    public async Task Values_flow_from_one_resource_to_the_next()
    {
        var host = new Host(preview: false);
        host.Outputs["a"] = Map.Empty.With("projectId", Of("p1")).With("orderUrl", SecretOf(Of("https://x"))).With("number", Of(7d));

        var outputs = await host.RunAsync(
            """
            name: t
            resources:
              b:
                type: p:index:R
                properties:
                  text: after ${a.projectId}
                  hidden: see ${a.orderUrl}
                  number: ${a.number}
                  missing: ${a.nothing}
                  plain: 1
                options: { dependsOn: ["${c}"] }
              a: { type: p:index:R }
              c: { type: p:index:R }
            outputs:
              url: ${a.orderUrl}
              id: ${a.id}
            """);

        var b = host.Registrations["b"].Goal;
        b.Inputs.ShouldBe(Map.Empty.With("text", Of("after p1")).With("hidden", SecretOf(Of("see https://x"))).With("number", Of(7d))
            .With("plain", Of(1d)));
        b.Dependencies.ShouldBe(["urn:a", "urn:c"], ignoreOrder: true);
        b.PropertyDependencies["text"].ShouldBe(["urn:a"]);
        b.PropertyDependencies["plain"].ShouldBeEmpty();
        outputs.ShouldBe(Map.Empty.With("url", SecretOf(Of("https://x"))).With("id", Of("id-a")));
    }

    [Fact]
    public async Task In_a_preview_what_is_missing_is_unknown()
    {
        var host = new Host(preview: true);

        await host.RunAsync(
            """
            name: t
            resources:
              a: { type: p:index:R }
              b:
                type: p:index:R
                properties: { text: "x-${a.projectId}", map: { part: "${a.part}" } }
            """);

        host.Registrations["b"].Goal.Inputs
            .ShouldBe(Map.Empty.With("text", UnknownValue).With("map", Map.Empty.With("part", UnknownValue)));
    }

    [Fact]
    public async Task Independent_resources_are_registered_side_by_side()
    {
        var host = new Host(preview: false) { Together = 2 };

        await host.RunAsync("{ name: t, resources: { a: { type: p:index:R }, b: { type: p:index:R } } }");

        host.Registrations.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Functions_with_unknown_arguments_are_not_called()
    {
        var host = new Host(preview: true);

        var outputs = await host.RunAsync(
            """
            name: t
            resources: { a: { type: p:index:R } }
            variables:
              known: { fn::invoke: { function: p:index:f, arguments: { x: { fn::secret: 1 } } } }
              unknown: { fn::invoke: { function: p:index:f, arguments: { x: "${a.missing}" } } }
            outputs: { known: "${known.answer}", unknown: "${unknown.answer}" }
            """);

        host.Invocations.ShouldBe([Map.Empty.With("x", Of(1d))]);
        outputs.ShouldBe(Map.Empty.With("known", SecretOf(Of("yes"))).With("unknown", UnknownValue));
    }

    private sealed class Host(bool preview) : IProgramHost
    {
        private readonly TaskCompletionSource _together = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Preview => preview;

        public int Together { get; init; }

        public Dictionary<string, Map> Outputs { get; } = [];

        public Dictionary<string, ResourceRegistration> Registrations { get; } = [];

        public List<Map> Invocations { get; } = [];

        public Task<Map> RunAsync(string yaml) =>
            new ProgramEvaluator(ProgramReader.Read(yaml), StackConfiguration.Empty, this).RunAsync();

        public async Task<ResourceState> RegisterAsync(ResourceRegistration registration)
        {
            var name = registration.Declaration.Name;
            Registrations.Add(name, registration);
            if (Registrations.Count == Together)
            {
                _together.SetResult();
            }

            if (Together > 0)
            {
                await _together.Task;
            }

            return new ResourceState
            {
                Urn = "urn:" + name,
                Type = registration.Goal.Type,
                Id = preview ? null : "id-" + name,
                Outputs = Outputs.GetValueOrDefault(name, Map.Empty),
            };
        }

        public Task<PropertyValue> InvokeAsync(string token, Map arguments, ResourceState? provider)
        {
            Invocations.Add(arguments);
            return Task.FromResult<PropertyValue>(Map.Empty.With("answer", Of("yes")));
        }
    }
}
