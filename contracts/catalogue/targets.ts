/** A published figure that a load run must meet. Data only; `load/generated.ts` carries it into k6. */
export interface Target {
  readonly sentence: string;
  /** Where it comes from. */
  readonly sources: readonly string[];
  /** A share of samples, 0 to 1, or a mean in seconds. */
  readonly measure: 'share' | 'seconds';
  readonly bound: { readonly above: number } | { readonly below: number } | { readonly atMost: number };
  /** With fewer samples nothing is shown: the verdict is "no data", and that is red. */
  readonly leastSamples: number;
}

/** 20 samples are the fewest of which one alone breaks a bound of 5 %. */
const leastSamples = 20;

export const targets = {
  'chat/connects': {
    sentence: 'More than 95 % of the sockets with a valid credential get the first authenticated message.',
    sources: ['report 4'],
    measure: 'share',
    bound: { above: 0.95 },
    leastSamples,
  },
  'chat/auth-failures': {
    sentence: 'Fewer than 5 % of the sockets with a valid credential that get an answer are refused.',
    sources: ['report 4'],
    measure: 'share',
    bound: { below: 0.05 },
    leastSamples,
  },
  'chat/abnormal-closes': {
    sentence: 'No session ends without a close code, with 1006, or with one that the chat does not announce for it.',
    sources: ['report 4'],
    measure: 'share',
    bound: { atMost: 0 },
    leastSamples,
  },
  'chat/session-length': {
    sentence:
      'A session lasts longer than 10 minutes on average, those that are still open counted as long as they were.',
    sources: ['report 4'],
    measure: 'seconds',
    bound: { above: 600 },
    leastSamples,
  },
} as const satisfies Record<`${string}/${string}`, Target>;
