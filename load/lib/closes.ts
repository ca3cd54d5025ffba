import { closes } from '../generated.ts';

/**
 * What may end the session of a client that did nothing wrong. Codes that blame the client (1008, 1009) may
 * not: nobody logged out, and nothing large was sent.
 */
const announced: readonly number[] = [closes.drain.code, closes.storeUnavailable.code];

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
