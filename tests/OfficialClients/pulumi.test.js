'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { after, before, beforeEach, afterEach, describe, test } = require('node:test');
const { status } = require('@grpc/grpc-js');
const p = require('@pulumi/pulumi/proto/provider_pb.js');
const { Engine, Plugin, UNKNOWN, details, isSecret, message, secret, struct } = require('./plugin.js');
const { Simulator } = require('./processes.js');

const providerUrn = 'urn:pulumi:dev::judge::pulumi:providers:ovh-order::default';
const type = 'ovh-order:index:CloudProject';
const name = 'project';
const urn = `urn:pulumi:dev::judge::${type}::${name}`;
const aLongTime = 10 * 60 * 1000;

let simulator;
before(async () => { simulator = await Simulator.start('--delivery-delay', '0'); });
after(() => simulator.stop());

let engine, plugin;
async function start() {
  await simulator.sideDoor('reset', {});
  engine = await Engine.start();
  plugin = await Plugin.start(engine);
}
async function stop() {
  await plugin.stop();
  engine.stop();
}

const credentials = () => ({ endpoint: simulator.url, applicationKey: 'ak', applicationSecret: secret('as'), consumerKey: secret('ck') });

const handshake = () => plugin.call('handshake', message(p.ProviderHandshakeRequest, {
  engineAddress: `127.0.0.1:${engine.port}`,
  configureWithUrn: true,
  supportsViews: true,
  supportsRefreshBeforeUpdate: true,
  invokeWithPreview: true,
}));

const configure = (args = credentials()) => plugin.call('configure', message(p.ConfigureRequest, {
  id: '0485d2b7-5286-423d-b22c-3d5588725571',
  urn: providerUrn,
  name: 'default',
  type: 'pulumi:providers:ovh-order',
  args: struct(args),
  acceptsecrets: true,
  acceptresources: true,
  sendsOldInputs: true,
  sendsOldInputsToDelete: true,
}));

const check = async (news, olds = {}) => {
  const answer = await plugin.call('check', message(p.CheckRequest, { urn, name, type, olds: struct(olds), news: struct(news), randomseed: 'c2VlZA==' }));
  assert.deepEqual(answer.toObject().failuresList, []);
  return answer.getInputs().toJavaScript();
};

const create = (inputs, more = {}) =>
  plugin.call('create', message(p.CreateRequest, { urn, name, type, properties: struct(inputs), ...more }));

const diff = (state, news) => plugin.call('diff', message(p.DiffRequest, {
  id: state.id, urn, name, type, olds: struct(state.properties), oldInputs: struct(state.inputs), news: struct(news),
}));

const update = async (state, news, more = {}) => {
  const answer = await plugin.call('update', message(p.UpdateRequest, {
    id: state.id, urn, name, type, olds: struct(state.properties), oldInputs: struct(state.inputs), news: struct(news), ...more,
  }));
  return { id: state.id, inputs: news, properties: answer.getProperties().toJavaScript() };
};

const read = (id, known) => plugin.call('read', message(p.ReadRequest, {
  id, urn, name, type, ...(known ? { properties: struct(known.properties), inputs: struct(known.inputs) } : {}),
}));

const stateOfRead = (answer) => ({ id: answer.getId(), inputs: answer.getInputs().toJavaScript(), properties: answer.getProperties().toJavaScript() });

const remove = (state) => plugin.call('delete', message(p.DeleteRequest, {
  id: state.id, urn, name, type, properties: struct(state.properties), oldInputs: struct(state.inputs),
}));

const order = async (inputs, more) => {
  const answer = await create(inputs, more);
  return { id: answer.getId(), inputs, properties: answer.getProperties().toJavaScript() };
};

/** The partial state in a failed call. */
async function partial(call) {
  const error = await call.then(() => assert.fail('it should have failed'), (e) => e);
  const found = details(error);
  assert.equal(found.type, 'pulumirpc.ErrorResourceInitFailed');
  assert.equal(found.code, error.code, 'one code inside and outside');
  const failed = found.initFailed();
  return {
    id: failed.getId(),
    inputs: failed.getInputs()?.toJavaScript(),
    properties: failed.getProperties().toJavaScript(),
    reasons: failed.getReasonsList(),
    refreshBeforeUpdate: failed.getRefreshBeforeUpdate?.(),
  };
}

async function configured() {
  await handshake();
  await configure();
}

describe("A project's whole life", () => {
  before(start);
  after(stop);

  test('Handshake, CheckConfig, Configure', async () => {
    await handshake();
    const news = { ...credentials(), applicationSecret: 'as', consumerKey: 'ck' };
    const answer = await plugin.call('checkConfig', message(p.CheckRequest, {
      urn: providerUrn, name: 'default', type: 'pulumi:providers:ovh-order', olds: struct({}), news: struct(news),
    }));
    assert.deepEqual(answer.toObject().failuresList, []);
    const answered = await configure();
    assert.ok(answered.getAcceptsecrets() && answered.getSupportspreview() && answered.getAcceptresources() && answered.getAcceptoutputs());
  });

  let inputs;
  test('Check', async () => {
    inputs = await check({ description: 'judged', maxPrice: 10 });
    assert.equal(inputs.description, 'judged');
  });

  test('Create in a preview quotes and orders nothing', async () => {
    const answer = await create(inputs, { preview: true });
    const properties = answer.getProperties().toJavaScript();
    assert.equal(properties.prices.currencyCode, 'EUR');
    assert.equal(properties.prices.withTax, 0);
    assert.ok(properties.contracts.length > 0);
    assert.ok([undefined, UNKNOWN].includes(properties.projectId), 'the project does not exist yet');
    const summary = await simulator.sideDoor('summary');
    assert.deepEqual([summary.orders, summary.openCarts, summary.strayCarts], [0, 0, 0]);
  });

  let state;
  test('Create orders the project and says so', async () => {
    state = await order(inputs);
    assert.match(state.id, /^[0-9a-f]{32}$/);
    assert.equal(state.properties.projectId, state.id);
    assert.equal(state.properties.stage, 'delivered');
    assert.equal(state.properties.description, 'judged');
    assert.ok(isSecret(state.properties.orderUrl));
    assert.ok(!Object.values(state.properties).includes(UNKNOWN));
    assert.ok(engine.logs.some((line) => line.urn === urn && line.ephemeral), 'status lines');
    assert.ok(engine.logs.some((line) => line.urn === urn && !line.ephemeral && line.message.includes(String(state.properties.orderId))), 'a lasting line');
    const summary = await simulator.sideDoor('summary');
    assert.deepEqual([summary.orders, summary.paidOrders, summary.projects, summary.openCarts, summary.strayCarts], [1, 1, 1, 0, 0]);
  });

  test('Diff of the same program is none', async () => {
    const answer = await diff(state, await check({ description: 'judged', maxPrice: 10 }, state.inputs));
    assert.equal(answer.getChanges(), p.DiffResponse.DiffChanges.DIFF_NONE);
  });

  test('Diff and Update of the description', async () => {
    const news = await check({ description: 'renamed', maxPrice: 10 }, state.inputs);
    const answer = await diff(state, news);
    assert.equal(answer.getChanges(), p.DiffResponse.DiffChanges.DIFF_SOME);
    assert.deepEqual(answer.getReplacesList(), []);
    assert.deepEqual(answer.getDiffsList(), ['description']);

    state = await update(state, news);

    assert.equal(state.properties.description, 'renamed');
    assert.equal((await simulator.sideDoor('summary')).orders, 1);
  });

  test('Diff of what an order fixes is a replacement', async () => {
    const answer = await diff(state, await check({ description: 'renamed', maxPrice: 10, planCode: 'project.other' }, state.inputs));
    assert.ok(answer.getReplacesList().includes('planCode'));
  });

  test('Read refreshes', async () => {
    const found = stateOfRead(await read(state.id, state));
    assert.equal(found.id, state.id);
    assert.deepEqual(found.inputs, state.inputs);
    assert.deepEqual(found.properties, state.properties);
  });

  test('Read imports, and the program then differs in nothing', async () => {
    const imported = stateOfRead(await read(state.id));
    assert.equal(imported.id, state.id);
    assert.equal(imported.inputs.description, 'renamed');
    const answer = await diff(imported, await check({ description: 'renamed', maxPrice: 10 }, imported.inputs));
    assert.equal(answer.getChanges(), p.DiffResponse.DiffChanges.DIFF_NONE);
  });

  test('Delete terminates the project, and asking again is no failure', async () => {
    await remove(state);
    assert.equal((await simulator.sideDoor('summary')).projects, 0);

    await remove(state);
    assert.equal((await read(state.id, state)).getId(), '', 'a Read finds it gone');
  });

  test('The API knew every route that was called', async () => {
    assert.equal((await simulator.sideDoor('summary')).unknownCalls, 0);
  });
});

describe('Before it is configured', () => {
  before(start);
  after(stop);

  test('the port is the one line on stdout', async () => {
    await handshake();

    assert.match(plugin.running.firstLine, /^[1-9][0-9]{0,4}$/);
    assert.equal(plugin.running.output.length, 1);
  });

  test('it introduces itself', async () => {
    const answer = await handshake();
    assert.ok(answer.getAcceptSecrets() && answer.getAcceptResources() && answer.getAcceptOutputs());

    const { version } = (await plugin.call('getPluginInfo')).toObject();
    assert.match(version, /^\d+\.\d+\.\d+/);

    const schema = JSON.parse((await plugin.call('getSchema', message(p.GetSchemaRequest, { version: 0 }))).getSchema());
    assert.equal(schema.name, 'ovh-order');
    assert.equal(schema.version, version);
  });

  test('wrong configuration is refused under the key\'s name', async () => {
    await handshake();

    const answer = await plugin.call('checkConfig', message(p.CheckRequest, {
      urn: providerUrn, name: 'default', type: 'pulumi:providers:ovh-order', olds: struct({}),
      news: struct({ endpoint: 'http://api.example/1.0', applicationKey: 'ak' }),
    }));

    const properties = answer.getFailuresList().map((failure) => failure.getProperty());
    assert.ok(properties.includes('endpoint'), JSON.stringify(properties));
    assert.ok(properties.includes('applicationSecret') && properties.includes('consumerKey'), JSON.stringify(properties));
  });

  test('an unknown method is UNIMPLEMENTED, and the plugin lives on', async () => {
    await assert.rejects(plugin.callByName('/pulumirpc.ResourceProvider/NoSuchMethod'), { code: status.UNIMPLEMENTED });
    await assert.rejects(plugin.callByName('/no.such.Service/Method'), { code: status.UNIMPLEMENTED });
    await assert.rejects(plugin.call('construct', new p.ConstructRequest()), { code: status.UNIMPLEMENTED });

    await handshake();
  });
});

describe('What may happen to an order', () => {
  beforeEach(async () => {
    await start();
    await configured();
  });
  afterEach(stop);

  test('CheckFailures come under the user\'s own property paths, all at once', async () => {
    const answer = await plugin.call('check', message(p.CheckRequest, {
      urn, name, type, olds: struct({}), news: struct({ maxPrice: -1, options: [{ quantity: 0, planCode: 'x' }], nonsense: true }),
    }));

    const properties = answer.getFailuresList().map((failure) => failure.getProperty()).sort();
    assert.deepEqual(properties, ['description', 'maxPrice', 'nonsense', 'options[0].quantity']);
  });

  test('a pending cart is made, ordered by an update, and removed by Delete', async () => {
    const cart = await order(await check({ description: 'pending', checkout: false }));
    assert.match(cart.id, /^cart\//);
    assert.equal(cart.properties.stage, 'cart');
    assert.equal((await simulator.sideDoor('summary')).openCarts, 1);

    const ordered = await update(cart, await check({ description: 'pending', checkout: true }, cart.inputs));
    assert.equal(ordered.properties.stage, 'delivered');
    assert.deepEqual((({ orders, openCarts }) => [orders, openCarts])(await simulator.sideDoor('summary')), [1, 0]);

    const another = await order(await check({ description: 'another', checkout: false }));
    await remove(another);
    assert.equal((await simulator.sideDoor('summary')).openCarts, 0);
  });

  test('an order that cannot be followed is partial state, which Read repeats and Update resumes', async () => {
    await simulator.sideDoor('settings', { deliveryDelayMs: aLongTime });
    await simulator.sideDoor('faults', [{ method: 'GET', path: '/me/order/*/status', kind: 'status', status: 403 }]);
    const inputs = await check({ description: 'late' });

    const state = await partial(create(inputs));
    assert.match(state.id, /^order\/\d+$/);
    assert.equal(state.properties.stage, 'ordered');
    assert.match(state.reasons.join(), /HTTP 403/);
    assert.ok(!JSON.stringify(state.properties).includes(UNKNOWN));

    const again = await partial(read(state.id, { properties: state.properties, inputs }));
    assert.equal(again.id, state.id);

    await simulator.sideDoor(`orders/${state.properties.orderId}`, { status: 'delivered' });
    const resumed = await update({ ...state, inputs }, inputs);
    assert.equal(resumed.properties.stage, 'delivered');
    assert.match(resumed.properties.projectId, /^[0-9a-f]{32}$/);
    const found = stateOfRead(await read(state.id, resumed));
    assert.equal(found.id, resumed.properties.projectId, 'Read moves the id forward');
    assert.equal((await simulator.sideDoor('summary')).orders, 1);
  });

  test('a checkout that is refused orders nothing, and Delete removes the cart that it leaves', async () => {
    await simulator.sideDoor('faults', [{ method: 'POST', path: '/order/cart/*/checkout', kind: 'status', status: 400 }]);
    const inputs = await check({ description: 'refused' });

    const state = await partial(create(inputs));
    assert.match(state.id, /^cart\//);
    assert.match(state.reasons.join(), /HTTP 400/);
    assert.equal((await simulator.sideDoor('summary')).openCarts, 1);

    await remove({ ...state, inputs });
    assert.deepEqual((({ orders, openCarts }) => [orders, openCarts])(await simulator.sideDoor('summary')), [0, 0]);
  });

  test('a checkout whose answer is lost is found again and not repeated', async () => {
    await simulator.sideDoor('faults', [{ method: 'POST', path: '/order/cart/*/checkout', kind: 'dropAfter' }]);

    const state = await order(await check({ description: 'lost' }));

    assert.equal(state.properties.stage, 'delivered');
    assert.equal((await simulator.sideDoor('summary')).orders, 1);
  });

  test('a function answers', async () => {
    const answer = await plugin.call('invoke', message(p.InvokeRequest, { tok: 'ovh-order:index:getOffers', args: struct({ planCode: 'project.2018' }) }));

    assert.deepEqual(answer.getFailuresList(), []);
    assert.equal(answer.getReturn().toJavaScript().offers[0].planCode, 'project.2018');
  });
});

describe('Over HTTPS, as with OVHcloud', () => {
  const credentialsOverHttps = () => ({ ...credentials(), endpoint: simulator.url.replace('http:', 'https:'), maxRetries: 0 });
  let certificate;
  before(async () => {
    certificate = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'official-clients-')), 'simulator.pem');
    fs.writeFileSync(certificate, await simulator.sideDoor('certificate'));
  });
  after(() => fs.rmSync(path.dirname(certificate), { recursive: true }));
  afterEach(stop);

  async function startWith(surroundings) {
    await simulator.sideDoor('reset', {});
    engine = await Engine.start();
    plugin = await Plugin.start(engine, surroundings);
    await handshake();
    await configure(credentialsOverHttps());
  }

  test('a project is ordered, read and ended', async () => {
    await startWith({ SSL_CERT_FILE: certificate });

    const state = await order(await check({ description: 'encrypted' }));
    assert.equal(stateOfRead(await read(state.id, state)).properties.projectStatus, 'ok');
    await remove(state);

    assert.deepEqual((({ orders, projects }) => [orders, projects])(await simulator.sideDoor('summary')), [1, 0]);
  });

  test('a server whose certificate is not trusted is told nothing', async () => {
    await startWith({});

    const error = await create(await check({ description: 'betrayed' })).then(() => assert.fail('it should have failed'), (e) => e);

    assert.match(error.details, /certificate/);
    assert.deepEqual(await simulator.sideDoor('calls'), []);
  });
});

describe('The end', () => {
  beforeEach(start);
  afterEach(stop);

  test('Cancel ends a wait at once and keeps what exists', async () => {
    await configured();
    await simulator.sideDoor('settings', { deliveryDelayMs: aLongTime });
    const waiting = engine.next(/^\[5\/6\]/);
    const creating = partial(create(await check({ description: 'cancelled' })));
    await waiting;

    await plugin.call('cancel');

    const state = await creating;
    assert.match(state.id, /^order\/\d+$/);
    await plugin.call('cancel');
  });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    test(`${signal} ends it with exit code 0`, async () => {
      await configured();

      assert.deepEqual(await plugin.running.stop(signal), { code: 0, signal: null });
    });
  }

  test('the end of stdin, which is a dead engine, ends it', async () => {
    await configured();

    plugin.running.child.stdin.end();

    assert.deepEqual(await plugin.running.exited, { code: 0, signal: null });
  });

  test('SIGINT during a wait: the call still tells what exists', async () => {
    await configured();
    await simulator.sideDoor('settings', { deliveryDelayMs: aLongTime });
    const waiting = engine.next(/^\[5\/6\]/);
    const creating = partial(create(await check({ description: 'interrupted' })));
    await waiting;

    assert.deepEqual(await plugin.running.stop('SIGINT'), { code: 0, signal: null });

    assert.match((await creating).id, /^order\/\d+$/);
  });
});
