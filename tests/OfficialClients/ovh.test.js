'use strict';

const assert = require('node:assert/strict');
const { execFile } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { after, before, describe, test } = require('node:test');
const { promisify } = require('node:util');
const { Simulator } = require('./processes.js');

describe("OVHcloud's own client orders a project from the simulator", () => {
  let simulator, folder, answers;
  before(async () => {
    simulator = await Simulator.start('--delivery-delay', '0');
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'official-clients-'));
    const certificate = path.join(folder, 'simulator.pem');
    fs.writeFileSync(certificate, await simulator.sideDoor('certificate'));
    // A process of its own, because Node reads NODE_EXTRA_CA_CERTS only when it starts.
    const { stdout } = await promisify(execFile)(process.execPath, [path.join(__dirname, 'ovh-seed.js'), String(simulator.port)], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate },
    });
    answers = JSON.parse(stdout);
  });
  after(async () => {
    fs.rmSync(folder, { recursive: true });
    await simulator.stop();
  });

  test('the cart offers the plan of the guide', () => {
    const offer = answers.offers.find((o) => o.planCode === 'project.2018');
    assert.ok(offer.prices.some((price) => price.duration === 'P1M' && price.pricingMode === 'default'));
  });

  test('the item asks for a description', () => {
    assert.ok(answers.required.some((required) => required.label === 'description'));
    assert.deepEqual([answers.configuration.label, answers.configuration.value], ['description', 'A project']);
  });

  test('a configuration can be read and removed again', () => {
    assert.deepEqual(answers.voucherRead, answers.voucher);
    assert.ok(answers.voucherRemoved === null || answers.voucherRemoved === undefined);
  });

  test('the checkout is priced, and then an order', () => {
    assert.equal(answers.price.prices.withTax.currencyCode, 'EUR');
    assert.equal(answers.price.orderId, null);
    assert.equal(typeof answers.order.orderId, 'number');
    assert.match(answers.order.url, /^https?:/);
  });

  test('the order is delivered as a project with its description', async () => {
    assert.equal(answers.status, 'delivered');
    assert.match(answers.project.project_id, /^[0-9a-f]{32}$/);
    assert.equal(answers.project.description, 'A project');
    const summary = await simulator.sideDoor('summary');
    assert.deepEqual([summary.orders, summary.paidOrders, summary.projects, summary.openCarts, summary.unknownCalls], [1, 1, 1, 0, 0]);
  });

  test('errors reach the client as it knows them', () => {
    assert.equal(answers.unknownProject.error, 404);
    assert.equal(answers.wrongSignature.error, 400);
    assert.match(answers.wrongSignature.message, /signature/i);
  });
});
