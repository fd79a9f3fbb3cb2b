'use strict';

const assert = require('node:assert/strict');
const path = require('node:path');
const { after, before, describe, test } = require('node:test');
const grpc = require('@grpc/grpc-js');
const { Empty } = require('google-protobuf/google/protobuf/empty_pb.js');
const { AnalyzerClient } = require('@pulumi/pulumi/proto/analyzer_grpc_pb.js');
const a = require('@pulumi/pulumi/proto/analyzer_pb.js');
const p = require('@pulumi/pulumi/proto/provider_pb.js');
const { Plugin, message, secret, struct } = require('./plugin.js');
const { Running, Simulator, repository } = require('./processes.js');

const type = 'ovh-order:index:CloudProject';
const urn = (name) => `urn:pulumi:dev::judge::${type}::${name}`;

describe("Pulumi's own policy engine runs the example's policy pack over a preview of the plugin", () => {
  let simulator, pack, client;
  before(async () => {
    simulator = await Simulator.start();
    pack = await Running.start(process.execPath, ['index.js'], {
      cwd: path.join(repository, 'examples/policy'),
      env: { ...process.env, NODE_PATH: path.join(__dirname, 'node_modules') },
    });
    client = new AnalyzerClient(`127.0.0.1:${pack.firstLine}`, grpc.credentials.createInsecure());
    await configureWithDefaults();
  });
  after(async () => {
    client.close();
    await pack.stop('SIGTERM');
    await simulator.stop();
  });

  const ask = (method, request) => new Promise((resolve, reject) =>
    client[method](request, (error, found) => (error ? reject(error) : resolve(found))));

  /** The engine fills in what the pack's schema declares, as here. */
  const configureWithDefaults = async () => {
    const request = new a.ConfigureAnalyzerRequest();
    for (const policy of (await ask('getAnalyzerInfo', new Empty())).getPoliciesList()) {
      const declared = Object.entries(policy.getConfigschema().getProperties().toJavaScript());
      request.getPolicyconfigMap().set(policy.getName(), message(a.PolicyConfig, {
        enforcementlevel: policy.getEnforcementlevel(),
        properties: struct(Object.fromEntries(declared.map(([name, property]) => [name, property.default]))),
      }));
    }
    await ask('configure', request);
  };

  /** A plugin of its own, as every preview has. */
  const preview = async (names) => {
    const plugin = await Plugin.start();
    await plugin.call('configure', message(p.ConfigureRequest, {
      args: struct({ endpoint: simulator.url, applicationKey: 'ak', applicationSecret: secret('as'), consumerKey: secret('ck') }),
      acceptsecrets: true,
      acceptresources: true,
    }));
    const resources = await Promise.all(names.map(async (name) => {
      const answer = await plugin.call('create', message(p.CreateRequest, { urn: urn(name), name, type, properties: struct({ description: name }), preview: true }));
      return message(a.AnalyzerResource, { urn: urn(name), name, type, properties: answer.getProperties(), options: new a.AnalyzerResourceOptions() });
    }));
    await plugin.stop();
    return resources;
  };

  const analyze = async (...names) =>
    (await ask('analyzeStack', message(a.AnalyzeStackRequest, { resourcesList: await preview(names) }))).getDiagnosticsList();

  test('an order within the budget passes', async () => {
    await simulator.sideDoor('settings', { priceWithTax: 40 });
    assert.deepEqual(await analyze('first', 'second'), []);
  });

  test('a project above its ceiling is refused, under its own URN', async () => {
    await simulator.sideDoor('settings', { priceWithTax: 60 });
    const [violation, ...others] = await analyze('dear');
    assert.deepEqual(others, []);
    assert.equal(violation.getUrn(), urn('dear'));
    assert.match(violation.getMessage(), /dear costs 60 EUR, more than 50 EUR/);
    assert.equal(violation.getEnforcementlevel(), a.EnforcementLevel.MANDATORY);
  });

  test('projects that cost too much together are refused', async () => {
    await simulator.sideDoor('settings', { priceWithTax: 40 });
    const [violation] = await analyze('first', 'second', 'third');
    assert.match(violation.getMessage(), /the orders of this stack cost 120 EUR, more than 100 EUR/);
  });
});
