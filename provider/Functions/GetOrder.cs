using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;
using Properties = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Functions;

/// <summary><c>getOrder</c>: an order of the account, as it stands.</summary>
internal sealed class GetOrder(OrderServices services) : CloudOrderFunction(Definition, services)
{
    /// <summary>
    /// In most languages one secret makes the whole result secret: a program that only wants the status leaves the URL out.
    /// </summary>
    private static readonly PropertyDefinition IncludeUrl = new("includeUrl", new PropertyType.Boolean(),
        "Whether the result contains the order's `url`. In most languages this makes the whole result secret, because the URL is secret.")
    { Default = true };

    public static FunctionDefinition Definition { get; } = new(
        "ovh-order:index:getOrder",
        "Reads an order of the account.",
        [
            Properties.OrderId with { Required = true, Type = new PropertyType.Integer(1, IsId: true), Description = "The order number." },
            IncludeUrl,
        ],
        [
            new("status", new PropertyType.Text(),
                "The order's status as the API returns it, such as `notPaid` or `delivered`.") { Required = true },
            new("date", new PropertyType.Text(), "When the order was placed (RFC 3339)."),
            new("expirationDate", new PropertyType.Text(), "When the order expires if it is not paid (RFC 3339)."),
            new("url", new PropertyType.Text(),
                "The URL at which the order can be viewed and paid, if `includeUrl` is true. It is secret because it contains an access "
                    + "token.")
            { Secret = true },
            QuoteProperties.Prices with { Description = "What the order costs." },
            QuoteProperties.Details with { Description = "The lines of the order." },
            Properties.ProjectId with { Required = false, Description = "The id of the delivered project. It is absent before delivery." },
        ]);

    protected override string Doing => "reading the order";

    protected override async Task<PropertyValue.Map> AnswerAsync(InvokeRequest request, Operation operation)
    {
        Services.RequireCredentials();
        var arguments = new PropertyReader(request.Args);
        var id = new OrderId(arguments.Integer(Properties.OrderId.Name)!.Value);
        var found = await Services.Lookup.FindAsync(id, operation.CancellationToken);
        var url = arguments.Bool(IncludeUrl.Name) is not false ? found.Url : null;
        var map = PropertyValue.Map.Empty
            .With("status", PropertyValue.Of(found.Status))
            .With("date", StateWriter.Date(found.Date))
            .With("expirationDate", StateWriter.Date(found.ExpirationDate))
            .With("url", url is { } link ? PropertyValue.SecretOf(PropertyValue.Of(link.Reveal())) : null)
            .With(Properties.ProjectId.Name, found.Project is { } project ? PropertyValue.Of(project.Value) : null);
        return QuoteProperties.Write(map, found.Quote).Without(QuoteProperties.Contracts.Name);
    }
}
