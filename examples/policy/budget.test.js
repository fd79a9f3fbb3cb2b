const assert = require("node:assert/strict");
const { test } = require("node:test");
const { judge } = require("./budget");

const budget = { perProject: 50, total: 100, currency: "EUR" };
const project = (name, props) => ({ type: "ovh-order:index:CloudProject", urn: `urn:${name}`, name, props });
const costing = (name, withTax, more = {}) => project(name, { prices: { withTax, currencyCode: "EUR" }, ...more });

test("what is within the budget passes", () => {
  assert.deepEqual(judge([costing("a", 50), costing("b", 50)], budget), []);
});

test("a project above its ceiling is named", () => {
  const [violation] = judge([costing("a", 51)], budget);
  assert.equal(violation.urn, "urn:a");
  assert.equal(violation.message, "a costs 51 EUR, more than 50 EUR");
});

test("projects are summed up", () => {
  const [violation] = judge([costing("a", 40), costing("b", 40), costing("c", 40)], budget);
  assert.equal(violation.message, "the orders of this stack cost 120 EUR, more than 100 EUR");
});

test("a delivered project costs nothing more", () => {
  assert.deepEqual(judge([costing("a", 500, { stage: "delivered" })], budget), []);
});

test("an unknown price is no free one", () => {
  assert.equal(judge([project("a", {})], budget)[0].message, "the price of a is not known");
});

test("another currency is not compared, unless nothing is to pay", () => {
  assert.equal(judge([project("a", { prices: { withTax: 5, currencyCode: "CAD" } })], budget).length, 1);
  assert.deepEqual(judge([project("a", { prices: { withTax: 0, currencyCode: "points" } })], budget), []);
});

test("resources of other kinds are none of its business", () => {
  assert.deepEqual(judge([{ type: "other:index:Thing", props: {} }], budget), []);
});
