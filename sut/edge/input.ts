import { type EdgeProfile, edgeProfiles } from '#contracts/catalogue/edge-profiles.ts';

export interface Listener {
  /** An address, never a name: `127.0.0.1`, `0.0.0.0`, `[::1]`. */
  readonly host: string;
  readonly port: number;
}

/** Replicas by `host:port`, taken in turn; or a name that is looked up anew every second. */
export type Upstream =
  | { readonly addresses: readonly string[] }
  | { readonly name: string; readonly port: number; readonly resolver: string };

export const upstreamNames = ['web', 'api', 'chat'] as const;
export type UpstreamName = (typeof upstreamNames)[number];

/** All that the edge is configured by. */
export interface EdgeInput {
  /** Absolute; everything nginx writes lands in it. */
  readonly folder: string;
  readonly listen: { readonly http: Listener; readonly https: Listener };
  /** Tells nginx's own counters to whoever may open the unix socket `status` in the folder; unset, to nobody. */
  readonly status?: boolean;
  /** Absolute paths of PEM files. */
  readonly tls: { readonly certificate: string; readonly key: string };
  readonly upstreams: Readonly<Record<UpstreamName, Upstream>>;
  /** Exact origins whose pages may read the edge's own errors; none when unset. */
  readonly origins?: readonly string[];
  readonly profile: EdgeProfile;
  /** Longest silence of an upstream in seconds; fractions are milliseconds. */
  readonly idleTimeout: number;
  /** Largest request body in bytes: that of the services behind it, which then never refuse one. */
  readonly bodyLimit: number;
  /** Worker processes; 2 when unset. */
  readonly workers?: number;
  /** Files, hence connections, one worker may hold; 16,384 when unset. */
  readonly openFiles?: number;
}

const host = /^(?:[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\])$/;
const address = /^(?:[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\]):\d{1,5}$/;
/** What nginx would read as more than a path, even between quotes, is refused. */
const absolutePath = /^\/[^"\\$\n\r]*$/;

/** Reads the edge's input from JSON; throws one error with every problem, one a line. */
export function readInput(json: string): EdgeInput {
  const input = parse(json);
  const problems: string[] = [];
  const expect = (good: boolean, where: string, what: string) => {
    if (!good) problems.push(`${where} must be ${what}`);
  };
  const listener = (value: Unchecked<Listener> | undefined, where: string) => {
    expect(matches(host, value?.host), `${where}.host`, 'an address such as 127.0.0.1');
    expect(isCount(value?.port, 65_535), `${where}.port`, 'a port');
  };
  expect(matches(absolutePath, input.folder), 'folder', 'an absolute path without " \\ $');
  listener(input.listen?.http, 'listen.http');
  listener(input.listen?.https, 'listen.https');
  expect(input.status === undefined || typeof input.status === 'boolean', 'status', 'true or false');
  expect(matches(absolutePath, input.tls?.certificate), 'tls.certificate', 'an absolute path without " \\ $');
  expect(matches(absolutePath, input.tls?.key), 'tls.key', 'an absolute path without " \\ $');
  for (const name of upstreamNames) {
    expect(
      isUpstream(input.upstreams?.[name]),
      `upstreams.${name}`,
      '{addresses: [host:port, ...]} or {name, port, resolver}',
    );
  }
  const origins: readonly unknown[] = Array.isArray(input.origins) ? input.origins : [];
  expect(
    input.origins === undefined || (Array.isArray(input.origins) && origins.every(isOrigin)),
    'origins',
    'a list of exact origins such as https://app.example',
  );
  expect(Object.hasOwn(edgeProfiles, input.profile ?? ''), 'profile', `one of ${Object.keys(edgeProfiles).join(', ')}`);
  expect(Number(input.idleTimeout) >= 0.001, 'idleTimeout', 'a positive number of seconds');
  expect(isCount(input.bodyLimit, 1_073_741_824), 'bodyLimit', 'a number of bytes from 1 to 1 GiB');
  expect(isCount(input.workers ?? 1, 64), 'workers', 'a number from 1 to 64');
  expect(isCount(input.openFiles ?? 1, 1_048_576), 'openFiles', 'a number from 1 to 1,048,576');
  if (problems.length > 0) throw new Error(`Failed to configure the edge: ${problems.join('\n')}`);
  return input as EdgeInput;
}

type Unchecked<Value> = Value extends object
  ? { readonly [Key in keyof Value]?: Unchecked<Value[Key]> | undefined }
  : Value;

function parse(json: string): Unchecked<EdgeInput> {
  const input: unknown = JSON.parse(json);
  if (typeof input !== 'object' || input === null)
    throw new Error('Failed to configure the edge: the input is no object');
  return input;
}

const isOrigin = (value: unknown) => matches(/^https?:\/\/[A-Za-z0-9_.:[\]-]+$/, value);
const matches = (pattern: RegExp, value: unknown) => typeof value === 'string' && pattern.test(value);
const isCount = (value: unknown, most: number) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;

function isUpstream(value: unknown): boolean {
  const { addresses, name, port, resolver } = (value ?? {}) as Record<string, unknown>;
  if (Array.isArray(addresses)) return addresses.length > 0 && addresses.every((one) => matches(address, one));
  return matches(host, name) && isCount(port, 65_535) && (matches(host, resolver) || matches(address, resolver));
}
