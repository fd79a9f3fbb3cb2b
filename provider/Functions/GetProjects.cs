using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Functions;

/// <summary><c>getProjects</c>: the account's Public Cloud projects, whether ordered with Pulumi or not.</summary>
internal sealed class GetProjects(OrderServices services) : CloudOrderFunction(Definition, services)
{
    private static readonly ObjectDefinition ProjectObject = new("Project", "A Public Cloud project of the account.",
    [
        new("projectId", new PropertyType.Text(), "The project's id, 32 hex digits.") { Required = true },
        new("description", new PropertyType.Text(), "The project's name."),
        new("status", new PropertyType.Text(),
            "The project's status as the API returns it. It is also `suspended` if the service has expired."),
        new("planCode", new PropertyType.Text(), "The plan that it was ordered with."),
        new("orderId", new PropertyType.Integer(IsId: true), "The order that it came from, if OVHcloud returns it."),
        new("access", new PropertyType.Text(), "`full` or `restricted`."),
        new("creationDate", new PropertyType.Text(), "When the project was created (RFC 3339)."),
        new("urn", new PropertyType.Text(), "OVHcloud's URN of the project, for IAM policies."),
    ]);

    public static FunctionDefinition Definition { get; } = new(
        "ovh-order:index:getProjects",
        "Lists the Public Cloud projects of the account, whether ordered with Pulumi or not. A project that the credentials may not read "
            + "is returned with its id only, and a warning. With `description` or `planCode`, it is an error.",
        [
            new("description", new PropertyType.Text(1), "The exact name of the projects to list. All projects are listed by default."),
            new("planCode", new PropertyType.Text(1), "The plan of the projects to list. All projects are listed by default."),
        ],
        [new("projects", new PropertyType.ListOf(new PropertyType.Nested(ProjectObject)), "The projects.") { Required = true }]);

    protected override string Doing => "listing the projects";

    protected override async Task<PropertyValue.Map> AnswerAsync(InvokeRequest request, Operation operation)
    {
        Services.RequireCredentials();
        var arguments = new PropertyReader(request.Args);
        var (description, plan) = (arguments.Text("description"), arguments.Text("planCode"));
        var ids = await Services.Api.Projects.ListAsync(operation.CancellationToken);
        var found = await Task.WhenAll(ids.OrderBy(id => id.Value, StringComparer.Ordinal)
            .Select(id => Services.Projects.ListedAsync(id, operation.CancellationToken)));
        var projects = found.OfType<ListedProject>().ToList();
        if (projects.Where(p => p.Refusal is not null).ToList() is { Count: > 0 } unread)
        {
            await (description is null && plan is null
                ? operation.WarnAsync($"{Doing}: {UnreadMessages.OnlyIds(unread)}")
                : throw UnreadMessages.NotFiltered(unread, Doing, "`description` and `planCode`"));
        }

        var wanted = projects.Where(p =>
            (description is null || p.Facts.Description == description) && (plan is null || p.Facts.PlanCode == plan));
        return PropertyValue.Map.Empty.With("projects", PropertyValue.Of(wanted.Select(p => Write(p.Id, p.Facts))));
    }

    private static PropertyValue.Map Write(ProjectId id, ProjectFacts facts) => PropertyValue.Map.Empty
        .With("projectId", PropertyValue.Of(id.Value))
        .With("description", PropertyValue.Of(facts.Description))
        .With("status", PropertyValue.Of(facts.Status))
        .With("planCode", PropertyValue.Of(facts.PlanCode))
        .With("orderId", facts.Order is { } order ? PropertyValue.Of((double)order.Value) : null)
        .With("access", PropertyValue.Of(facts.Access))
        .With("creationDate", StateWriter.Date(facts.CreationDate))
        .With("urn", PropertyValue.Of(facts.Urn));
}
