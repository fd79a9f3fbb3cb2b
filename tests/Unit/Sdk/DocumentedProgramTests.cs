using System.Reflection;
using Pulumi;
using PulumiOvhOrder.SdkGenerator;

namespace PulumiOvhOrder.Tests.Unit.Sdk;

/// <summary>Every program in C# that the documentation shows runs to its end, and returns what can be a stack's outputs.</summary>
public sealed class DocumentedProgramTests
{
    private static readonly Type[] Programs =
        [.. typeof(Pulumi.OvhOrder.CloudProject).Assembly.GetTypes().Where(t => t.Namespace == "PulumiOvhOrder.Examples" && !t.IsNested)];

    public static TheoryData<string, bool> Runs => [.. Programs.Select(p => (p.Name, false)), .. Programs.Select(p => (p.Name, true))];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task A_documented_program_runs_whether_optional_outputs_are_there_or_not(string program, bool isSparse)
    {
        Stub.IsSparse = isSparse;

        (await RunAsync(Programs.Single(p => p.Name == program))).ShouldBe(0);
    }

    [Fact]
    public void Each_program_of_the_documentation_is_among_them() => Programs.Length.ShouldBe(
        Repository.Text(DotnetSdk.Examples).Split("internal static class ").Length - 1);

    [Fact]
    public async Task A_lazy_sequence_as_a_stack_output_is_refused()
    {
        var offers = Pulumi.OvhOrder.GetOffers.Invoke();

        (await Should.ThrowAsync<InvalidOperationException>(() => Returning(offers.Apply(o => o.Offers.Select(offer => offer.PlanCode)))))
            .Message.ShouldContain("is not a supported argument type: value");
        (await Returning(offers.Apply(o => o.Offers.Select(offer => offer.PlanCode).ToArray()))).ShouldBe(0);
    }

    [Fact]
    public async Task Lists_that_are_absent_are_empty()
    {
        Stub.IsSparse = true;
        var project = new Pulumi.OvhOrder.CloudProject("p", new() { Description = "a" });
        var order = Pulumi.OvhOrder.GetOrder.Invoke(new() { OrderId = 4_000_000_000 });
        var counts = new List<int>();

        await Returning(project.Details.Apply(details => Counted(details.Length)));
        await Returning(order.Apply(result => Counted(result.Details.Length)));

        counts.ShouldBe([0, 0]);

        int Counted(int count)
        {
            counts.Add(count);
            return count;
        }
    }

    private static Task<int> RunAsync(Type program) =>
        (Task<int>)program.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!;

    private static Task<int> Returning(object value) =>
        Deployment.RunAsync(() => (IDictionary<string, object?>)new Dictionary<string, object?> { ["value"] = value });
}
