using PulumiOvhOrder.Simulator.Catalogue;
using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.Projects;

namespace PulumiOvhOrder.Simulator.Account;

/// <summary>Vouchers and what became of them, as the account and as a project shows it.</summary>
internal static class CreditRoutes
{
    private const string Name = "VOUCHER";
    private const string Balances = "/me/credit/balance";
    private const string OfProject = "/cloud/project/{projectId}/credit";

    public static IEnumerable<Route> All =>
    [
        new("POST", "/me/voucher/checkValidity", false, call => new { validity = Vouchers.IsUsable(call, call.RequiredText("voucher")) }),
        new("POST", "/me/credit/code", false, call => Movement(call, Vouchers.Redeem(call, call.RequiredText("inputCode")))),
        new("GET", Balances, false, call =>
            call.World.Credits.Count > 0 && (call.Query("type") ?? Name) == Name ? [Name] : Array.Empty<string>()),
        new("GET", Balances + "/{balanceName}", false, Balance),
        new("GET", Balances + "/{balanceName}/movement", false, call => Find(call).Select(credit => credit.Id)),
        new("GET", Balances + "/{balanceName}/movement/{id:long}", false, call => Movement(call, FindOne(call, Find(call)))),
        new("GET", OfProject, false, call => FindOfProject(call).Select(credit => credit.Id)),
        new("POST", OfProject, false, call =>
            ToJson(call, Vouchers.Redeem(call, call.RequiredText("code"), ProjectRoutes.Find(call).Id))),
        new("GET", OfProject + "/{id:long}", false, call => ToJson(call, FindOne(call, FindOfProject(call)))),
    ];

    private static List<Credit> Find(ApiCall call) => call.Path("balanceName") == Name && call.World.Credits.Count > 0
        ? call.World.Credits
        : throw ApiException.NoSuchObject("balanceName", call.Path("balanceName"));

    private static IEnumerable<Credit> FindOfProject(ApiCall call)
    {
        var project = ProjectRoutes.Find(call);
        return call.World.Credits.Where(credit => credit.ProjectId == project.Id);
    }

    private static Credit FindOne(ApiCall call, IEnumerable<Credit> credits) =>
        credits.FirstOrDefault(credit => credit.Id == call.PathLong("id")) ?? throw ApiException.NoSuchObject("id", call.Path("id"));

    private static object Balance(ApiCall call)
    {
        var credits = Find(call);
        return new
        {
            balanceName = Name,
            type = Name,
            amount = Price(call, credits.Sum(credit => credit.Amount)),
            balanceDetails = Array.Empty<object>(),
            booked = Array.Empty<object>(),
            creationDate = credits[0].Date,
            expiring = Array.Empty<object>(),
            lastUpdate = credits[^1].Date,
        };
    }

    private static object Movement(ApiCall call, Credit credit) => new
    {
        movementId = credit.Id,
        balanceName = Name,
        amount = Price(call, credit.Amount),
        creationDate = credit.Date,
        destinationObject = credit.ProjectId is { } project ? new { id = project, name = "cloud" } : null,
        expirationDate = credit.Date.AddMonths(13),
        lastUpdate = credit.Date,
        orderId = credit.OrderId,
        sourceObject = new { id = credit.Voucher, name = "voucher" },
        type = Name,
    };

    private static object ToJson(ApiCall call, Credit credit) => new
    {
        id = credit.Id,
        voucher = credit.Voucher,
        description = "Voucher " + credit.Voucher,
        bill = (string?)null,
        total_credit = Price(call, credit.Amount),
        available_credit = Price(call, credit.Amount),
        used_credit = Price(call, 0),
        products = Array.Empty<string>(),
        validity = new { from = credit.Date, to = credit.Date.AddMonths(13) },
    };

    private static object Price(ApiCall call, decimal amount) => Money.ToJson(amount, call.World.Subsidiary.Currency);
}
