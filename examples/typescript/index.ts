import * as ovhorder from "pulumi-ovh-order";

const project = new ovhorder.CloudProject("cloud-project", {
    description: "Production",
    ovhSubsidiary: "FR",
    // Above this total (incl. tax), nothing is ordered.
    maxPrice: 50,
});

export const projectId = project.projectId;
export const price = project.prices.apply(p => `${p?.withTax} ${p?.currencyCode}`);
