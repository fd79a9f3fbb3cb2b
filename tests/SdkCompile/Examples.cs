// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Pulumi;
using Pulumi.OvhOrder;

namespace PulumiOvhOrder.Examples
{
    internal static class CloudProjectExample1
    {
        public static async Task<int> RunAsync()
        {
            return await Deployment.RunAsync(() =>
            {
                var project = new CloudProject("cloud-project", new()
                {
                    Description = "Production",
                    OvhSubsidiary = "FR",
                    // Above this total (incl. tax), nothing is ordered.
                    MaxPrice = 50,
                });

                return new Dictionary<string, object?>
                {
                    ["projectId"] = project.ProjectId,
                    ["price"] = project.Prices.Apply(prices => $"{prices?.WithTax} {prices?.CurrencyCode}"),
                };
            });
        }
    }

    internal static class CloudProjectExample2
    {
        public static async Task<int> RunAsync()
        {
            return await Deployment.RunAsync(() =>
            {
                var project = new CloudProject("cloud-project", new()
                {
                    Description = "Production",
                    OvhSubsidiary = "FR",
                    Checkout = false,
                });

                return new Dictionary<string, object?>
                {
                    ["price"] = project.Prices.Apply(prices => prices?.WithTax),
                    ["contracts"] = project.Contracts,
                };
            });
        }
    }

    internal static class GetOffersExample1
    {
        public static async Task<int> RunAsync()
        {
            return await Deployment.RunAsync(() =>
            {
                var offers = GetOffers.Invoke(new() { OvhSubsidiary = "FR" });

                return new Dictionary<string, object?>
                {
                    ["planCodes"] = offers.Apply(result => result.Offers.Select(offer => offer.PlanCode).ToArray()),
                };
            });
        }
    }

    internal static class GetOrderExample1
    {
        public static async Task<int> RunAsync()
        {
            return await Deployment.RunAsync(() =>
            {
                var order = GetOrder.Invoke(new() { OrderId = 123456789 });

                return new Dictionary<string, object?>
                {
                    ["status"] = order.Apply(result => result.Status),
                };
            });
        }
    }

    internal static class GetPendingCartsExample1
    {
        public static async Task<int> RunAsync()
        {
            return await Deployment.RunAsync(() =>
            {
                var pending = GetPendingCarts.Invoke();

                return new Dictionary<string, object?>
                {
                    ["carts"] = pending.Apply(result => result.Carts.Select(cart => cart.CartId).ToArray()),
                };
            });
        }
    }

    internal static class GetQuoteExample1
    {
        public static async Task<int> RunAsync()
        {
            return await Deployment.RunAsync(() =>
            {
                var quote = GetQuote.Invoke(new()
                {
                    OvhSubsidiary = "FR",
                    PlanCode = "project.2018",
                });

                return new Dictionary<string, object?>
                {
                    ["price"] = quote.Apply(result => $"{result.Prices.WithTax} {result.Prices.CurrencyCode}"),
                };
            });
        }
    }

    internal static class InstallationConfigurationExample1
    {
        public static async Task<int> RunAsync()
        {
            return await Deployment.RunAsync(() =>
            {
                var canada = new Pulumi.OvhOrder.Provider("canada", new()
                {
                    Endpoint = "ovh-ca",
                    ClientId = "CLIENT_ID",
                    ClientSecret = new Pulumi.Config().RequireSecret("canadaClientSecret"),
                });

                var project = new CloudProject("cloud-project", new() { Description = "Production" }, new() { Provider = canada });
            });
        }
    }

}
