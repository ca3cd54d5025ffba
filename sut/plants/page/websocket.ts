import type { PageParts } from '../../web/page/parts.ts';
import type { Planter } from '../planter.ts';

/** Longest wait that a timer can keep, which is 24 days. */
const never = 2 ** 31 - 1;

/** Defects of the live chat: what it makes of the end of its socket, and when it comes back. */
export const websocketClientPlanters = {
  'client.ws.treats-1006-as-auth': (parts) => ({
    ...parts,
    judgeClose: (code, reason) => (code === 1006 ? 'stop' : parts.judgeClose(code, reason)),
  }),

  'client.ws.sends-too-large-again': (parts) => ({
    ...parts,
    judgeClose: (code, reason) => (code === 1009 ? 'reconnect' : parts.judgeClose(code, reason)),
  }),

  'client.ws.no-liveness': (parts) => ({ ...parts, longestSilence: () => never }),

  'client.ws.fixed-delay': (parts) => ({ ...parts, backoff: () => 1000 }),

  'client.ws.no-jitter': (parts) => ({ ...parts, backoff: (attempt) => Math.min(30_000, 2000 * 2 ** (attempt - 1)) }),
} as const satisfies Record<string, Planter<PageParts>>;
