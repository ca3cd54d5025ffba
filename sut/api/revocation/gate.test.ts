import { expect, test } from 'vitest';
import type { Parts } from '../parts.ts';
import { admit } from './gate.ts';

test('a request waits while another one fills a Redis that came back', async () => {
  const known = new Set<string>();
  const filled = Promise.withResolvers<void>();
  const parts = {
    unrecorded: { holds: () => false },
    trust: { stale: true, filling: undefined },
    ledger: { unexpired: async () => [] },
    blacklist: { ask: async (_hash: string, sessionId: string) => (known.has(sessionId) ? 'revoked' : 'clear') },
    blacklistWriter: {
      async fill() {
        await filled.promise;
        known.add('ended');
      },
    },
  } as unknown as Parts;

  const fills = admit(parts, 'hash', 'valid');
  const waits = admit(parts, 'hash', 'ended');
  filled.resolve();

  await expect(waits).rejects.toMatchObject({ code: 'token_revoked' });
  await fills;
});
