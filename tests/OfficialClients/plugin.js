'use strict';

const grpc = require('@grpc/grpc-js');
const { Struct } = require('google-protobuf/google/protobuf/struct_pb.js');
const { Empty } = require('google-protobuf/google/protobuf/empty_pb.js');
const { EngineService } = require('@pulumi/pulumi/proto/engine_grpc_pb.js');
const { ResourceProviderClient } = require('@pulumi/pulumi/proto/provider_grpc_pb.js');
const { ErrorResourceInitFailed } = require('@pulumi/pulumi/proto/provider_pb.js');
const { Status } = require('@pulumi/pulumi/proto/status_pb.js');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { Running, repository } = require('./processes.js');

/** The engine's side of the conversation, as far as a provider can call it: it collects what is logged. */
class Engine {
  static async start() {
    const engine = new Engine();
    engine.server = new grpc.Server();
    engine.server.addService(EngineService, { log: (call, answer) => engine.onLog(call.request.toObject(), answer) });
    engine.port = await new Promise((resolve, reject) =>
      engine.server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port))));
    return engine;
  }

  constructor() {
    this.logs = [];
    this.waiting = [];
  }

  onLog(line, answer) {
    this.logs.push(line);
    this.waiting = this.waiting.filter(({ matches, resolve }) => !matches(line) || resolve(line));
    answer(null, new Empty());
  }

  /** The next line whose message matches. */
  next(pattern) {
    return new Promise((resolve) => this.waiting.push({ matches: (line) => pattern.test(line.message), resolve }));
  }

  stop() {
    this.server.forceShutdown();
  }
}

const built = path.join(repository, 'bin/pulumi-resource-ovh-order');
const executable = process.env.ORDER_PLUGIN ?? built;

/** The plugin, started as the engine starts it, and called through Pulumi's own stubs. */
class Plugin {
  static async start(engine, surroundings = {}) {
    const plugin = new Plugin();
    // No configuration of whoever runs the tests may reach the plugin; only one that was built and not packaged needs to be told where .NET is.
    plugin.home = fs.mkdtempSync(path.join(os.tmpdir(), 'official-clients-'));
    const env = { PATH: '/usr/bin:/bin', HOME: plugin.home, ...(executable === built ? { DOTNET_ROOT: process.env.DOTNET_ROOT } : {}), ...surroundings };
    plugin.running = await Running.start(executable, engine ? [`127.0.0.1:${engine.port}`] : [], { cwd: plugin.home, env });
    plugin.client = new ResourceProviderClient(`127.0.0.1:${plugin.running.firstLine}`, grpc.credentials.createInsecure());
    return plugin;
  }

  /** Calls a method of the stub, such as `create`. */
  call(method, request = new Empty()) {
    return new Promise((resolve, reject) => this.client[method](request, (error, answer) => (error ? reject(error) : resolve(answer))));
  }

  /** Calls a method that the stubs don't know. */
  callByName(name) {
    return new Promise((resolve, reject) =>
      this.client.makeUnaryRequest(name, () => Buffer.alloc(0), (bytes) => bytes, {}, (error, answer) => (error ? reject(error) : resolve(answer))));
  }

  async stop(signal) {
    this.client.close();
    const end = await this.running.stop(signal);
    fs.rmSync(this.home, { recursive: true });
    return end;
  }
}

/** A message from plain fields: `message(CheckRequest, { urn, news: struct({...}) })`. */
function message(type, fields) {
  const result = new type();
  for (const [name, value] of Object.entries(fields)) {
    result[`set${name[0].toUpperCase()}${name.slice(1)}`](value);
  }
  return result;
}

const struct = (value) => Struct.fromJavaScript(value);

const SECRET = { key: '4dabf18193072939515e22adb298388d', value: '1b47061264138c4ac30d75fd1eb44270' };
const secret = (value) => ({ [SECRET.key]: SECRET.value, value });
const isSecret = (value) => value?.[SECRET.key] === SECRET.value;
const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

/** What a failed call carries in grpc-status-details-bin. */
function details(error) {
  const [bytes] = error.metadata.get('grpc-status-details-bin');
  const status = Status.deserializeBinary(bytes);
  const [any] = status.getDetailsList();
  return {
    code: status.getCode(),
    message: status.getMessage(),
    type: any.getTypeName(),
    initFailed: () => any.unpack(ErrorResourceInitFailed.deserializeBinary, 'pulumirpc.ErrorResourceInitFailed'),
  };
}

module.exports = { Engine, Plugin, UNKNOWN, details, isSecret, message, secret, struct };
