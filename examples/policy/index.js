const { PolicyPack } = require("@pulumi/policy");
const { judge } = require("./budget");

new PolicyPack("ovh-order-budget", {
  policies: [
    {
      name: "ovh-order-budget",
      description: "Orders of OVHcloud projects stay below a price.",
      enforcementLevel: "mandatory",
      configSchema: {
        properties: {
          perProject: { type: "number", minimum: 0, default: 50 },
          total: { type: "number", minimum: 0, default: 100 },
          currency: { type: "string", default: "EUR" },
        },
      },
      // The outputs of a preview hold the price that OVHcloud quoted, so this speaks before anything is ordered.
      validateStack: (args, reportViolation) => {
        for (const violation of judge(args.resources, args.getConfig())) {
          reportViolation(violation.message, violation.urn);
        }
      },
    },
  ],
});
