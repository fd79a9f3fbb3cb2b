import * as pulumi from "@pulumi/pulumi";
import * as ovhorder from "pulumi-ovh-order";

interface EnvironmentsArgs {
    names: string[];
    // The most that all of them together may cost at once, with tax, in the currency of the account.
    budget: number;
}

class Environments extends pulumi.ComponentResource {
    public readonly projectIds: Record<string, pulumi.Output<string | undefined>> = {};

    constructor(name: string, args: EnvironmentsArgs, options?: pulumi.ComponentResourceOptions) {
        super("example:index:Environments", name, {}, options);
        for (const environment of args.names) {
            const project = new ovhorder.CloudProject(`${name}-${environment}`, {
                description: `${name} ${environment}`,
                // Each may cost its share: a price above it orders nothing.
                maxPrice: args.budget / args.names.length,
            }, { parent: this, protect: environment === "production" });
            this.projectIds[environment] = project.projectId;
        }

        this.registerOutputs({ projectIds: this.projectIds });
    }
}

const config = new pulumi.Config();
const shop = new Environments("shop", {
    names: ["development", "staging", "production"],
    budget: config.getNumber("budget") ?? 60,
});

export const projectIds = shop.projectIds;
