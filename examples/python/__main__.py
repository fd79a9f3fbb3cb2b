import pulumi
import pulumi_ovh_order as ovhorder

project = ovhorder.CloudProject(
    "cloud-project",
    description="Production",
    ovh_subsidiary="FR",
    # Above this total (incl. tax), nothing is ordered.
    max_price=50,
)

pulumi.export("projectId", project.project_id)
pulumi.export("price", project.prices.apply(lambda p: f"{p.with_tax} {p.currency_code}" if p else None))
