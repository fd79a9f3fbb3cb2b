// live-shape.mjs REAL SIMULATOR SUBSIDIARY: asks both for the same anonymous cart, and compares the shape of their answers: which fields
// there are, and of what JSON type. Values are not compared. It sends no credentials, and the carts expire by themselves.
//
// Exit code 1: the simulator promises what the real API does not keep. A field that only the real API has is listed, and is no failure.

const [real, simulator, subsidiary] = process.argv.slice(2);
if (!subsidiary) {
  console.error('usage: node live-shape.mjs REAL SIMULATOR SUBSIDIARY');
  process.exit(2);
}

const expiryMinutes = 10;
const timeoutMs = 60_000;
// A weekly look is no load, and stays so: the next call waits until the last one was answered, and this long after it.
const pauseMs = 500;

async function call(base, method, path, body) {
  await new Promise(resolve => setTimeout(resolve, pauseMs));
  const response = await fetch(base + path, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json', 'user-agent': 'pulumi-ovh-order-live-shape' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${base}: ${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`);
  }

  return JSON.parse(text);
}

// The calls that the provider makes without credentials, in its order.
async function look(base) {
  const answers = new Map();
  const ask = async (name, method, path, body) => {
    const answer = await call(base, method, path, body);
    answers.set(name, answer);
    return answer;
  };

  const expire = new Date(Date.now() + expiryMinutes * 60_000).toISOString();
  const creation = { ovhSubsidiary: subsidiary, expire, description: 'shape check' };
  const { cartId } = await ask('POST /order/cart', 'POST', '/order/cart', creation);
  const cart = `/order/cart/${encodeURIComponent(cartId)}`;
  const offers = await ask('GET /order/cart/{cartId}/cloud', 'GET', `${cart}/cloud`);
  const [offer, price] = orderable(offers);
  const { itemId } = await ask('POST /order/cart/{cartId}/cloud', 'POST', `${cart}/cloud`,
    { planCode: offer.planCode, duration: price.duration, pricingMode: price.pricingMode, quantity: 1 });
  const item = `${cart}/item/${encodeURIComponent(itemId)}`;
  await ask('GET /order/cart/{cartId}/item/{itemId}', 'GET', item);
  await ask('GET /order/cart/{cartId}/item/{itemId}/requiredConfiguration', 'GET', `${item}/requiredConfiguration`);
  await ask('GET /order/cart/{cartId}', 'GET', cart);
  await ask('GET /order/cart/{cartId}/summary', 'GET', `${cart}/summary`);
  return answers;
}

// The provider's own default: the plan of a Public Cloud project, at the price that renews.
function orderable(offers) {
  for (const planCode of ['project.2018', 'project']) {
    const offer = offers.find(o => o.planCode === planCode);
    const price = offer?.prices.find(p => p.capacities.includes('renew'));
    if (price) {
      return [offer, price];
    }
  }

  throw new Error(`no offer can be ordered: ${offers.map(o => o.planCode).join(', ')}`);
}

// path -> the JSON types that are there. All elements of a list are one: each adds to the types of `path[]`.
function shape(value, path = '', types = new Map()) {
  const type = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
  types.set(path, (types.get(path) ?? new Set()).add(type));
  if (type === 'list') {
    value.forEach(element => shape(element, `${path}[]`, types));
  } else if (type === 'object') {
    Object.entries(value).forEach(([name, member]) => shape(member, `${path}.${name}`, types));
  }

  return types;
}

const known = types => [...types].filter(type => type !== 'null').sort().join(' or ');

const parent = path => path.endsWith('[]') ? path.slice(0, -2) : path.slice(0, path.lastIndexOf('.'));

// Whether nothing can be told about a path: a list that is empty says nothing about its elements, nor does null about an object's members.
function silent(types, path) {
  let above = path;
  do {
    above = parent(above);
  } while (!types.has(above));
  return known(types.get(above)) === '' || (known(types.get(above)) === 'list' && !types.has(`${above}[]`));
}

function compare(realTypes, simulatorTypes) {
  const wrong = [];
  const more = [];
  for (const [path, types] of simulatorTypes) {
    const others = realTypes.get(path);
    if (!others) {
      if (!silent(realTypes, path)) {
        wrong.push(`\`${path}\`: the real API has no such field; the simulator gives ${known(types) || 'null'}`);
      }
    } else if (known(types) !== '' && known(others) !== '' && known(types) !== known(others)) {
      wrong.push(`\`${path}\`: ${known(others)} from the real API, ${known(types)} from the simulator`);
    }
  }

  for (const [path, types] of realTypes) {
    if (!simulatorTypes.has(path) && !silent(simulatorTypes, path)) {
      more.push(`\`${path}\`: ${known(types) || 'null'}`);
    }
  }

  return { wrong, more };
}

const [ours, theirs] = [await look(simulator), await look(real)];
let failed = false;
console.log(`## ${new URL(real).host}, ${subsidiary}\n`);
for (const [name, answer] of ours) {
  const { wrong, more } = compare(shape(theirs.get(name)), shape(answer));
  failed ||= wrong.length > 0;
  console.log(`- ${name}: ${wrong.length > 0 ? 'differs' : 'same shape'}`);
  wrong.forEach(line => console.log(`  - wrong: ${line}`));
  more.forEach(line => console.log(`  - only the real API: ${line}`));
}

process.exitCode = failed ? 1 : 0;
