import { closes } from '../generated.ts';

/**
 * What may end the session of a client that did nothing wrong. Codes that blame the client (1008, 1009) may
 * not: nobody logged out, and nothing large was sent.
 */
const announced: readonly number[] = [closes.drain.code, closes.storeUnavailable.code];

const codes = [1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015] as const;

/** Closes by the other side, before a socket was ready too: one counter a code. */
export const closeCounters = [
  'closed_without_code',
  ...codes.map((code) => `closed_${code}` as const),
  'closed_other',
] as const;

export function closeCounterOf(code: number | undefined): (typeof closeCounters)[number] {
  if (code === undefined) return 'closed_without_code';
  return closeCounters.find((name) => name === `closed_${code}`) ?? 'closed_other';
}

/** How a session ended that the client did not end itself. */
export const endings = [
  'ended_announced',
  'ended_without_code',
  'ended_1006',
  'ended_other_code',
  'ended_silent',
] as const;
export type Ending = (typeof endings)[number];

/** A reset shows as a close event without a code here; browsers say 1006. */
export function endingOf(code: number | undefined): Ending {
  if (code === undefined) return 'ended_without_code';
  if (code === 1006) return 'ended_1006';
  return announced.includes(code) ? 'ended_announced' : 'ended_other_code';
}

export const isAbnormal = (ending: Ending): boolean => ending !== 'ended_announced';
