'use strict';

// ovh-seed.js PORT: the calls of OVHcloud's guide "Order a Public Cloud project with the OVHcloud API", by OVHcloud's own client.
// Writes what each call answered, as JSON. The client speaks HTTPS only: NODE_EXTRA_CA_CERTS names the simulator's certificate.
const [port] = process.argv.slice(2);
const ovh = require('ovh')({ host: '127.0.0.1', port: Number(port), appKey: 'ak', appSecret: 'as', consumerKey: 'ck' });

async function order() {
  const answers = {};
  const call = async (name, method, path, parameters) => (answers[name] = await ovh.requestPromised(method, path, parameters));

  const { cartId } = await call('cart', 'POST', '/order/cart', { ovhSubsidiary: 'FR', description: 'seed' });
  await call('assign', 'POST', `/order/cart/${cartId}/assign`);
  await call('offers', 'GET', `/order/cart/${cartId}/cloud`);
  const { itemId } = await call('item', 'POST', `/order/cart/${cartId}/cloud`, { duration: 'P1M', planCode: 'project.2018', pricingMode: 'default', quantity: 1 });
  await call('itemRead', 'GET', `/order/cart/${cartId}/item/${itemId}`);
  await call('required', 'GET', `/order/cart/${cartId}/item/${itemId}/requiredConfiguration`);
  await call('configuration', 'POST', `/order/cart/${cartId}/item/${itemId}/configuration`, { label: 'description', value: 'A project' });
  const mistake = await call('voucher', 'POST', `/order/cart/${cartId}/item/${itemId}/configuration`, { label: 'voucher', value: 'no such voucher' });
  await call('voucherRead', 'GET', `/order/cart/${cartId}/item/${itemId}/configuration/${mistake.id}`);
  await call('voucherRemoved', 'DELETE', `/order/cart/${cartId}/item/${itemId}/configuration/${mistake.id}`);
  await call('price', 'GET', `/order/cart/${cartId}/checkout`);
  const { orderId } = await call('order', 'POST', `/order/cart/${cartId}/checkout`, { autoPayWithPreferredPaymentMethod: true, waiveRetractationPeriod: true });
  await call('status', 'GET', `/me/order/${orderId}/status`);
  await call('projects', 'GET', '/cloud/project');
  await call('project', 'GET', `/cloud/project/${answers.projects[0]}`);

  answers.unknownProject = await ovh.requestPromised('GET', '/cloud/project/00000000000000000000000000000000').catch((error) => error);
  const stranger = require('ovh')({ host: '127.0.0.1', port: Number(port), appKey: 'ak', appSecret: 'wrong', consumerKey: 'ck' });
  answers.wrongSignature = await stranger.requestPromised('GET', '/me').catch((error) => error);
  return answers;
}

order().then(
  (answers) => process.stdout.write(JSON.stringify(answers)),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  });
