import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { EdgeProfile } from '#contracts/catalogue/edge-profiles.ts';
import { renderConfig } from './config.ts';
import type { EdgeInput, Upstream } from './input.ts';

/** An edge as its own process for one test; disposing it stops nginx. */
export interface EdgeUnderTest extends AsyncDisposable {
  readonly port: number;
  readonly tlsPort: number;
  /** Unix socket of its counters. */
  readonly status: string;
  readonly pid: number;
  /** Sends a signal to the master process. */
  signal(name: NodeJS.Signals): void;
  /** Stops nginx, waits for its redactor, and returns all that both wrote. */
  log(): Promise<{ readonly stdout: string; readonly stderr: string }>;
}

export interface EdgeOptions {
  readonly profile?: EdgeProfile;
  readonly web?: Upstream;
  readonly api?: Upstream;
  readonly chat?: Upstream;
  readonly idleTimeout?: number;
  /** A file in its folder that an earlier one left. */
  readonly left?: string;
}

/** A folder with a certificate and a configuration; `nginx.conf` is not written yet. */
export async function edgeInput(options: EdgeOptions): Promise<EdgeInput> {
  const folder = await mkdtemp(path.join(tmpdir(), 'holdfast-edge-'));
  const [certificate, key] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')];
  const pair = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-keyout',
    key,
    '-out',
    certificate,
  ];
  execFileSync('openssl', ['req', '-x509', ...pair, '-subj', '/CN=localhost', '-days', '2'], { stdio: 'ignore' });
  const nowhere = { addresses: [`127.0.0.1:${await freePort()}`] };
  return {
    folder,
    listen: {
      http: { host: '127.0.0.1', port: await freePort() },
      https: { host: '127.0.0.1', port: await freePort() },
    },
    status: true,
    tls: { certificate, key },
    upstreams: { web: options.web ?? nowhere, api: options.api ?? nowhere, chat: options.chat ?? nowhere },
    profile: options.profile ?? 'reference',
    idleTimeout: options.idleTimeout ?? 5,
    bodyLimit: 65_536,
    workers: 1,
    openFiles: 512,
  };
}

/** Starts an edge and returns once it accepts connections. */
export async function startEdge(options: EdgeOptions): Promise<EdgeUnderTest> {
  const input = await edgeInput(options);
  await writeFile(path.join(input.folder, 'nginx.conf'), renderConfig(input));
  if (options.left !== undefined) await writeFile(path.join(input.folder, options.left), '');
  const child = spawn(path.join(import.meta.dirname, 'run.sh'), [input.folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  const written = Promise.all([text(child.stdout), text(child.stderr)]);
  const exited = once(child, 'exit');
  await Promise.race([accepts(input.listen.http.port), exited.then(() => written.then(failed))]);
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    const [stdout, stderr] = await written;
    return { stdout, stderr };
  };
  return {
    port: input.listen.http.port,
    tlsPort: input.listen.https.port,
    status: path.join(input.folder, 'status'),
    pid: child.pid ?? 0,
    signal: (name) => child.kill(name),
    log: stop,
    async [Symbol.asyncDispose]() {
      await stop();
      await rm(input.folder, { recursive: true });
    },
  };
}

function failed([stdout, stderr]: [string, string]): never {
  throw new Error(`Failed to start the edge: nginx exited.\n${stdout}${stderr}`);
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function accepts(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const open = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
