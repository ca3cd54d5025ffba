/** A published figure that a load run must meet. Data only; `load/generated.ts` carries it into k6. */
export interface Target {
  /** What is measured, as a heading. */
  readonly figure: string;
  readonly sentence: string;
  /** Where it comes from. */
  readonly sources: readonly string[];
  /** What its source says it was before the chat was rebuilt. */
  readonly before?: string;
  /** A share of samples, 0 to 1; their mean in seconds; or their 99th percentile in milliseconds. */
  readonly measure: 'share' | 'seconds' | 'milliseconds';
  readonly bound: { readonly above: number } | { readonly below: number } | { readonly atMost: number };
  /** With fewer samples nothing is shown: the verdict is "no data", and that is red. */
  readonly leastSamples: number;
}

/** 20 samples are the fewest of which one alone breaks a bound of 5 %. */
const leastSamples = 20;

export const targets = {
  'chat/connects': {
    figure: 'connects that succeed',
    sentence: 'More than 95 % of the sockets with a valid credential get the first authenticated message.',
    sources: ['report 4'],
    before: 'about 20 %',
    measure: 'share',
    bound: { above: 0.95 },
    leastSamples,
  },
  'chat/auth-failures': {
    figure: 'authentication failures',
    sentence: 'Fewer than 5 % of the sockets with a valid credential that get an answer are refused.',
    sources: ['report 4'],
    before: 'about 60 %',
    measure: 'share',
    bound: { below: 0.05 },
    leastSamples,
  },
  'chat/abnormal-closes': {
    figure: 'abnormal closes',
    sentence: 'No session ends without a close code, with 1006, or with one that the chat does not announce for it.',
    sources: ['report 4'],
    before: 'about 80 %',
    measure: 'share',
    bound: { atMost: 0 },
    leastSamples,
  },
  'chat/session-length': {
    figure: 'mean session',
    sentence:
      'A session lasts longer than 10 minutes on average, those that are still open counted as long as they were.',
    sources: ['report 4'],
    before: '< 120 s',
    measure: 'seconds',
    bound: { above: 600 },
    leastSamples,
  },
  'chat/round-trip': {
    figure: 'message to first delta, p99',
    sentence:
      'Of 100 messages 99 get their first delta within 50 ms of when they were due to be sent, with a model that does not delay.',
    sources: ['report 4', 'DESIGN'],
    measure: 'milliseconds',
    bound: { below: 50 },
    leastSamples: 100,
  },
  'chat/unanswered': {
    figure: 'messages without an answer',
    sentence: 'Every message to an open chat gets its answer before the run ends.',
    sources: ['DESIGN'],
    measure: 'share',
    bound: { atMost: 0 },
    leastSamples,
  },
  'chat/falls-short': {
    figure: 'sessions that fall short',
    sentence:
      'Every session of a soak crosses refreshes of its login session, the expiry of the token that opened it, a reload of the edge, and a silence longer than the edge’s idle timeout.',
    sources: ['report 4', 'DESIGN'],
    measure: 'share',
    bound: { atMost: 0 },
    leastSamples,
  },
  'chat/stays-away': {
    figure: 'clients that stay away',
    sentence: 'Whoever lost the session when the chat or the edge was restarted is back before the run ends.',
    sources: ['DESIGN', 'W-10'],
    measure: 'share',
    bound: { atMost: 0 },
    leastSamples,
  },
  'session/auth-failures': {
    figure: 'authentication failures',
    sentence: 'Fewer than 5 % of the logins, and of the requests with a fresh token, are refused.',
    sources: ['report 4'],
    before: 'about 60 %',
    measure: 'share',
    bound: { below: 0.05 },
    leastSamples,
  },
  'session/failed-refreshes': {
    figure: 'refreshes that fail',
    sentence: 'Every refresh of a login session is granted while its chat is open.',
    sources: ['report 3', 'report 4'],
    measure: 'share',
    bound: { atMost: 0 },
    leastSamples,
  },
  'session/lives-on': {
    figure: 'tokens alive after logout',
    sentence: 'No token is accepted after a logout that said "complete".',
    sources: ['report 3', 'DESIGN'],
    measure: 'share',
    bound: { atMost: 0 },
    leastSamples,
  },
  'session/broken-journeys': {
    figure: 'journeys that break',
    sentence: 'Login, a request and logout are all answered, each with its documented status.',
    sources: ['report 1', 'report 3'],
    measure: 'share',
    bound: { atMost: 0 },
    leastSamples,
  },
  'stream/broken': {
    figure: 'streams that break',
    sentence: 'Every stream is answered 200 as an event stream and holds all its deltas in order, then `done`.',
    sources: ['report 2', 'DESIGN'],
    measure: 'share',
    bound: { atMost: 0 },
    leastSamples,
  },
} as const satisfies Record<`${string}/${string}`, Target>;
