import { expect, it } from 'vitest';
import type { Parts } from '../parts.ts';
import { endSession } from './end-session.ts';
import { createTrust } from './gate.ts';
import type { Recorded } from './ledger.ts';
import { createOpenStreams } from './open-streams.ts';
import { createUnrecorded } from './unrecorded.ts';

const sessionId = '7e1c9f0a-2d3b-4c5d-8e6f-0a1b2c3d4e5f';
const ending = { sessionId, tokenHash: 'hash', tokenExpiresAt: Date.now() / 1000 + 60 };
const row: Recorded = { id: '1', sessionId, tokenHash: 'hash', life: 1, tokenLife: 1, propagated: false, userId: 'u' };

function partsWith(recorded: readonly Recorded[] | Error, redis: 'up' | 'away') {
  const marked: string[] = [];
  const put: string[] = [];
  const parts = {
    settings: { JWT_EXPIRES_IN: 60 },
    log: { warn: () => undefined },
    openStreams: createOpenStreams(),
    unrecorded: createUnrecorded(),
    trust: { ...createTrust(), stale: false },
    blacklistWriter: {
      put: async (dead: readonly { sessionId: string }[]) => {
        if (redis === 'away') throw new Error('away');
        put.push(...dead.map((one) => one.sessionId));
      },
    },
    ledger: {
      record: async () => {
        if (recorded instanceof Error) throw recorded;
        return recorded;
      },
      markPropagated: async (ids: readonly string[]) => void marked.push(...ids),
    },
  } as unknown as Parts;
  return { parts, marked, put };
}

it.each([
  ['both stores', [row], 'up', 'complete'],
  ['Postgres alone', [row], 'away', 'pending'],
  ['Redis alone, which forgets', new Error('away'), 'up', 'failed'],
  ['no store', new Error('away'), 'away', 'failed'],
  ['a repeated logout without Redis', [{ ...row, propagated: true }], 'away', 'complete'],
] as const)('with %s', async (_name, recorded, redis, revocation) => {
  expect((await endSession(partsWith(recorded, redis).parts, ending)).revocation).toBe(revocation);
});

it('notes only what reached Redis', async () => {
  const reached = partsWith([row], 'up');
  await endSession(reached.parts, ending);
  expect(reached.marked).toEqual(['1']);
  const away = partsWith([row], 'away');
  await endSession(away.parts, ending);
  expect(away.marked).toEqual([]);
});

it('refuses the session in Redis and here although Postgres is away, and ends its streams', async () => {
  const { parts, put } = partsWith(new Error('away'), 'up');
  const stream = parts.openStreams.open(sessionId);
  await endSession(parts, ending);
  expect(put).toEqual([sessionId]);
  expect(parts.unrecorded.holds('other', sessionId)).toBe(true);
  expect(stream.signal.aborted).toBe(true);
});

it('finishes a revocation that a cookie alone named', async () => {
  const { parts, put } = partsWith([row], 'up');
  expect((await endSession(parts, { refreshHash: 'r' })).revocation).toBe('complete');
  expect(put).toEqual([sessionId]);
});

it.each([
  ['up', false],
  ['away', true],
] as const)('with Redis %s for a logout, trust in what Redis does not say is lost: %s', async (redis, stale) => {
  const { parts } = partsWith([row], redis);
  await endSession(parts, ending);
  expect(parts.trust.stale).toBe(stale);
});
