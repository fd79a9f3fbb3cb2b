using PulumiOvhOrder.Ordering;
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
    private readonly OrderLookup _lookup = new(services.Api, services.Delivered);

    /// <summary>In most languages one secret makes the whole result secret: who only wants the status does not ask for the URL.</summary>
    private static readonly PropertyDefinition IncludeUrl = new("includeUrl", new PropertyType.Boolean(),
        "Whether the result has the order's `url`. In most languages the whole result is secret then, since the URL is.")
    { Default = false };

    public static FunctionDefinition Definition { get; } = new(
        "ovh-order:index:getOrder",
        "An order of the account, as it stands.",
        [Properties.OrderId with { Required = true, Description = "The order's number." }, IncludeUrl],
        [
            new("status", new PropertyType.Text(), "The API's own word, such as `notPaid` or `delivered`.") { Required = true },
            new("date", new PropertyType.Text(), "When it was placed (RFC 3339)."),
            new("expirationDate", new PropertyType.Text(), "When it lapses if it is not paid (RFC 3339)."),
            new("url", new PropertyType.Text(),
                "Where it can be seen and paid, if `includeUrl` asks for it. Secret, because it carries an access token.") { Secret = true },
            Properties.Prices with { Description = "What it costs." },
            Properties.Details with { Description = "Its lines." },
            Properties.ProjectId with { Required = false, Description = "The project that it delivered; absent until then." },
        ]);

    protected override string Doing => "reading the order";

    protected override async Task<PropertyValue.Map> AnswerAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        Services.RequireCredentials();
        var arguments = new PropertyReader(request.Args);
        var id = new OrderId(arguments.Integer(Properties.OrderId.Name) ?? 0);
        var found = await _lookup.FindAsync(id, cancellationToken);
        var map = PropertyValue.Map.Empty
            .With("status", PropertyValue.Of(found.Status))
            .With("date", StateWriter.Date(found.Date))
            .With("expirationDate", StateWriter.Date(found.ExpirationDate))
            .With("url", arguments.Bool(IncludeUrl.Name) is true && found.Url is { } url
                ? PropertyValue.SecretOf(PropertyValue.Of(url.Reveal()))
                : null)
            .With(Properties.ProjectId.Name, found.Project is { } project ? PropertyValue.Of(project.Value) : null);
        return StateWriter.WriteQuote(map, found.Quote).Without(Properties.Contracts.Name);
    }
}
