using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Examples;

/// <summary>Every example in YAML does what its README says.</summary>
public sealed class ExampleTests
{
    [Fact]
    public void Each_of_them_is_here()
    {
        var programs = Directory.EnumerateFiles(Path.Combine(Repository.Root, "examples"), "Pulumi.yaml", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("runtime: yaml", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)));

        programs.ShouldBe(["yaml", "pending-cart", "import", "price-ceiling", "with-ovh-provider"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_project_is_ordered_and_destroyed()
    {
        await using var stack = await ExampleStack.StartAsync(ExampleStack.Process);
        stack.Program = ExampleStack.Example("yaml");

        var ordered = await stack.UpAsync();
        var again = await stack.UpAsync();
        var there = stack.Simulator.Summary();
        await stack.DestroyAsync();

        ordered.Outputs!["stage"].ShouldBe(PropertyValue.Of("delivered"));
        ordered.Outputs["projectId"].ShouldBeOfType<PropertyValue.Text>().Value.Length.ShouldBe(32);
        ordered.Preview!.Outputs!["prices"].ShouldBe(ordered.Outputs["prices"]);
        again.Steps.ShouldAllBe(step => step.Op == StepOp.Same || step.Op == StepOp.Refresh);
        (there.Orders, there.Projects, there.OpenCarts).ShouldBe((1, 1, 0));
        stack.Simulator.Summary().Projects.ShouldBe(0);
    }

    [Fact]
    public async Task A_pending_cart_is_the_cart_that_is_ordered_later()
    {
        await using var stack = await ExampleStack.StartAsync();
        stack.Program = ExampleStack.Example("pending-cart");

        var pending = await stack.UpAsync();
        var reviewed = stack.Simulator.Summary();
        stack.Config["ovh-order-pending-cart:order"] = "true";
        var ordered = await stack.UpAsync();

        pending.Outputs!["stage"].ShouldBe(PropertyValue.Of("cart"));
        pending.Outputs["contracts"].ShouldBeOfType<PropertyValue.List>().Items.ShouldNotBeEmpty();
        (reviewed.OpenCarts, reviewed.Orders).ShouldBe((1, 0));
        ordered.Outputs!["stage"].ShouldBe(PropertyValue.Of("delivered"));
        ordered.Outputs["cart"].ShouldBe(pending.Outputs["cart"]);
        stack.Simulator.Summary().Orders.ShouldBe(1);
    }

    [Fact]
    public async Task A_pending_cart_that_is_not_wanted_is_removed()
    {
        await using var stack = await ExampleStack.StartAsync();
        stack.Program = ExampleStack.Example("pending-cart");

        await stack.UpAsync();
        await stack.DestroyAsync();

        (stack.Simulator.Summary().OpenCarts, stack.Simulator.Summary().Orders).ShouldBe((0, 0));
    }

    [Fact]
    public async Task An_existing_project_is_taken_over_and_nothing_is_ordered()
    {
        await using var stack = await ExampleStack.StartAsync();
        var project = await OrderElsewhereAsync(stack);
        stack.Program = ExampleStack.Example("import").Replace("0123456789abcdef0123456789abcdef", project, StringComparison.Ordinal);
        var before = stack.Simulator.Calls().Count;

        var imported = await stack.UpAsync();
        stack.Program = stack.Program.Replace($"import: {project}", "", StringComparison.Ordinal);
        var again = await stack.UpAsync();

        imported.Steps.ShouldContain(step => step.Op == StepOp.Import && step.New!.Id == project);
        imported.Outputs!["projectId"].ShouldBe(PropertyValue.Of(project));
        again.Steps.ShouldAllBe(step => step.Op == StepOp.Same || step.Op == StepOp.Refresh);
        stack.Simulator.Calls().Skip(before).ShouldAllBe(call => call.Method == "GET");
    }

    [Fact]
    public async Task Several_projects_stay_below_their_ceiling()
    {
        await using var stack = await ExampleStack.StartAsync();
        stack.Program = ExampleStack.Example("price-ceiling");
        stack.Simulator.Configure(settings => settings.PriceWithTax = 20);

        var ordered = await stack.UpAsync();

        var prices = ordered.Outputs!["prices"].ShouldBeOfType<PropertyValue.Map>();
        prices.Items.Values.ShouldBe(Enumerable.Repeat(PropertyValue.Of(20.0), 3));
        stack.Simulator.Summary().Projects.ShouldBe(3);
    }

    [Fact]
    public async Task A_price_above_the_ceiling_orders_nothing()
    {
        await using var stack = await ExampleStack.StartAsync();
        stack.Program = ExampleStack.Example("price-ceiling");
        stack.Simulator.Configure(settings => settings.PriceWithTax = 20.01m);

        var refused = await stack.TryUpAsync();

        refused.Succeeded.ShouldBeFalse(stack.Output);
        stack.Output.ShouldContain("maxPrice");
        stack.Simulator.Summary().Orders.ShouldBe(0);
    }

    [Fact]
    public async Task A_project_is_handed_on_to_the_official_provider()
    {
        await using var stack = await ExampleStack.StartAsync(
            new InProcessLauncher(engine => new OfficialProviderBeside(ExampleStack.Order(engine)), TimeProvider.System));
        stack.Program = ExampleStack.Example("with-ovh-provider");

        var result = await stack.UpAsync();

        var project = result.Outputs!["projectId"].ShouldBeOfType<PropertyValue.Text>();
        var official = result.State.Resources.Where(resource => resource.Type.StartsWith("ovh:", StringComparison.Ordinal)).ToList();
        official.Select(resource => resource.Type).ShouldBe(["ovh:CloudProject:User", "ovh:index:CloudProjectSshKey"], ignoreOrder: true);
        official.ShouldAllBe(resource => project.Equals(resource.Inputs["serviceName"]));
        result.Outputs["username"].ShouldBe(PropertyValue.Of("user-1"));
    }

    /// <summary>Orders what the example takes over, with another stack.</summary>
    private static async Task<string> OrderElsewhereAsync(ExampleStack stack)
    {
        stack.Program = """
            name: elsewhere
            resources:
              project: { type: "ovh-order:CloudProject", properties: { description: Production }, options: { retainOnDelete: true } }
            outputs: { id: "${project.projectId}" }
            """;
        var result = await stack.UpAsync();
        await stack.DestroyAsync();
        return result.Outputs!["id"].ShouldBeOfType<PropertyValue.Text>().Value;
    }
}
