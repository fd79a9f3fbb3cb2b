const TYPE = "ovh-order:index:CloudProject";

// Pure, so that it can be tested without the policy engine.
function judge(resources, { perProject, total, currency }) {
  const violations = [];
  let sum = 0;

  for (const { type, urn, name, props } of resources) {
    // Once delivered, the price was paid: only what is still to be ordered counts.
    if (type !== TYPE || props.stage === "delivered") {
      continue;
    }

    const prices = props.prices;
    if (!prices) {
      violations.push({ urn, message: `the price of ${name} is not known` });
    } else if (prices.currencyCode !== currency && prices.withTax > 0) {
      violations.push({ urn, message: `${name} is priced in ${prices.currencyCode}, and the budget is in ${currency}` });
    } else {
      sum += prices.withTax;
      if (prices.withTax > perProject) {
        violations.push({ urn, message: `${name} costs ${prices.withTax} ${currency}, more than ${perProject} ${currency}` });
      }
    }
  }

  if (sum > total) {
    violations.push({ message: `the orders of this stack cost ${sum} ${currency}, more than ${total} ${currency}` });
  }

  return violations;
}

module.exports = { judge };
