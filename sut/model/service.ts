import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { modelPaths } from '#contracts/wire/model.ts';
import type { Logger } from '../common/log.ts';
import type { Running } from '../common/service.ts';
import type { SettingsOf } from '../common/settings.ts';
import { answer } from './answer.ts';
import { type Counts, createCounts, metricsText } from './counts.ts';
import { readPrompt, tags } from './ollama.ts';

type ModelSettings = SettingsOf<'model'>;

const modelName = 'stand-in:latest';
const largestBody = 1_048_576;

/** A stand-in with Ollama's HTTP API; `contracts/wire/model.ts` says how a prompt steers its answer. */
export async function start(settings: ModelSettings, log: Logger): Promise<Running> {
  const counts = createCounts();
  const server = createServer((request, response) => {
    handle(request, response, settings, counts).catch((err: unknown) => {
      if (err instanceof RangeError && !response.headersSent) return send(response, 400, { error: err.message });
      log.error({ err, path: request.url }, 'a request failed');
      response.destroy();
    });
  });
  server.listen({ host: settings.HOST, port: settings.PORT, backlog: 1024 });
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      server.closeIdleConnections();
      await once(server, 'close');
    },
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  settings: ModelSettings,
  counts: Counts,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://model');
  if (request.method === 'POST') {
    if (pathname !== '/api/chat' && pathname !== '/api/generate') return send(response, 404, { error: 'not found' });
    return answer(pathname, readPrompt(pathname, await readBody(request)), settings, counts, response);
  }
  const run = pathname.startsWith(modelPaths.run('')) ? pathname.slice(modelPaths.run('').length) : undefined;
  if (run !== undefined) return send(response, 200, counts.of(decodeURIComponent(run)));
  switch (pathname) {
    case '/':
      return sendText(response, 'Ollama is running');
    case '/api/tags':
      return send(response, 200, tags(modelName));
    case '/api/version':
      return send(response, 200, { version: '0.0.0-stand-in' });
    case modelPaths.health:
    case modelPaths.live:
    case modelPaths.ready:
      return send(response, 200, { status: 'ok', service: settings.SERVICE_NAME, checks: {} });
    case modelPaths.metrics:
      return sendText(response, metricsText(counts));
    default:
      return send(response, 404, { error: 'not found' });
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new RangeError(`the body is larger than ${largestBody} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

function sendText(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}
