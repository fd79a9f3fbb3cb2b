import * as ovhorder from "pulumi-ovh-order";

const project = new ovhorder.CloudProject("cloud-project", {
    description: "Production",
    ovhSubsidiary: "FR",
    // Nothing is ordered above this total with tax.
    maxPrice: 50,
});

export const projectId = project.projectId;
export const price = project.prices.apply(p => `${p?.withTax} ${p?.currencyCode}`);
