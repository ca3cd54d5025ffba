import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type EdgeProfile, edgeProfiles } from '#contracts/catalogue/edge-profiles.ts';
import { renderConfig } from './config.ts';
import { edgeInput } from './edge-under-test.ts';
import { readInput } from './input.ts';

const named = (name: string, port: number) => ({ name, port, resolver: '127.0.0.11' });
// A name that this machine knows: one profile looks it up at once.
const byName = { web: named('localhost', 3000), api: named('localhost', 8080), chat: named('localhost', 8000) };

describe.each(Object.keys(edgeProfiles) as EdgeProfile[])('%s', (profile) => {
  test.each(['addresses', 'names'])('nginx accepts it with upstreams by %s', async (kind) => {
    const input = await edgeInput({ profile, ...(kind === 'names' ? byName : {}) });
    await writeFile(path.join(input.folder, 'nginx.conf'), renderConfig(input));
    execFileSync('nginx', ['-t', '-p', input.folder, '-c', path.join(input.folder, 'nginx.conf'), '-e', 'stderr'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await rm(input.folder, { recursive: true });
  });
});

describe('input', () => {
  const good = { host: '127.0.0.1', port: 1 };
  const upstream = { addresses: ['127.0.0.1:1'] };
  const input = {
    folder: '/folder',
    listen: { http: good, https: good },
    tls: { certificate: '/cert.pem', key: '/key.pem' },
    upstreams: { web: upstream, api: upstream, chat: upstream },
    profile: 'reference',
    idleTimeout: 3,
    bodyLimit: 65_536,
    status: true,
  };

  test('is taken when it is whole', () => expect(readInput(JSON.stringify(input))).toEqual(input));

  test.each([
    ['profile', { ...input, profile: 'nginx' }, /profile must be one of reference, connection-upgrade-always/],
    ['folder', { ...input, folder: '/a"; user root; "' }, /folder must be an absolute path/],
    [
      'address',
      { ...input, upstreams: { ...input.upstreams, api: { addresses: ['x:1; deny all'] } } },
      /upstreams.api must be/,
    ],
    ['status', { ...input, status: good }, /status must be true or false/],
    ['port', { ...input, listen: { http: { ...good, port: 0 }, https: good } }, /listen.http.port must be a port/],
  ])('is refused for a wrong %s', (_, wrong, message) => {
    expect(() => readInput(JSON.stringify(wrong))).toThrow(message);
  });
});
