'use strict';

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const path = require('node:path');
const readline = require('node:readline');

const repository = path.resolve(__dirname, '../..');

// Whoever ends the tests early ends what they started, too.
const children = new Set();
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => process.exit(1));
}

/** A program that says on its first line where it can be reached. */
class Running {
  static async start(command, args, options = {}) {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], ...options });
    const running = new Running(child);
    const lines = readline.createInterface({ input: child.stdout });
    lines.on('line', (line) => running.output.push(line));
    child.stderr.on('data', (data) => running.errors.push(data.toString()));
    const started = await Promise.race([once(lines, 'line'), running.exited]);
    if (!Array.isArray(started)) {
      throw new Error(`${command} ended at once (${JSON.stringify(started)}): ${running.errors.join('')}`);
    }
    return running;
  }

  constructor(child) {
    this.child = child;
    children.add(child);
    this.output = [];
    this.errors = [];
    this.exited = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        children.delete(child);
        resolve({ code, signal });
      });
    });
  }

  get firstLine() {
    return this.output[0];
  }

  /** @returns how it ended */
  async stop(signal = 'SIGINT') {
    this.child.kill(signal);
    return await this.exited;
  }
}

/** The OVHcloud order API, offline, with its side door. */
class Simulator {
  static async start(...args) {
    const program = path.join(repository, 'tests/Simulator/bin/Release/net10.0/ovh-order-simulator.dll');
    return new Simulator(await Running.start('dotnet', [program, '--port', '0', ...args]));
  }

  constructor(running) {
    this.running = running;
    this.url = running.firstLine.replace('listening on ', '');
    this.port = Number(new URL(this.url).port);
  }

  async sideDoor(route, body) {
    const answer = await fetch(new URL(`/_simulator/${route}`, this.url), body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) {
      throw new Error(`${route}: ${answer.status} ${await answer.text()}`);
    }
    const text = await answer.text();
    return answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
  }

  stop() {
    return this.running.stop('SIGTERM');
  }
}

module.exports = { Running, Simulator, repository };
