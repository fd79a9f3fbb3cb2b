using System.Collections.Generic;
using Pulumi;
using Pulumi.OvhOrder;

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
