using System.Collections.Generic;
using Pulumi;
using Pulumi.OvhOrder;

return await Deployment.RunAsync(() =>
{
    var project = new CloudProject("cloud-project", new()
    {
        Description = "Production",
        OvhSubsidiary = "FR",
        // Nothing is ordered above this total with tax.
        MaxPrice = 50,
    });

    return new Dictionary<string, object?>
    {
        ["projectId"] = project.ProjectId,
        ["price"] = project.Prices.Apply(prices => $"{prices?.WithTax} {prices?.CurrencyCode}"),
    };
});
