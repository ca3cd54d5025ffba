import type { Options } from 'k6/options';
import { type Claims, thresholdsOf } from './judge.ts';
import type { Plan } from './plan.ts';
import { stagesOf } from './schedule.ts';

/** What every script of this folder has in common, with its scenario. */
export function optionsOf(scenario: NonNullable<Options['scenarios']>, claims: Claims): Options {
  return {
    scenarios: scenario,
    // An iteration that was not begun in time is one less that could have failed.
    thresholds: { ...thresholdsOf(claims), dropped_iterations: ['count<1'] },
    summaryTrendStats: ['avg', 'med', 'p(95)', 'p(99)', 'max'],
    // 20,000 sessions take a minute, and several where a password costs what it should.
    setupTimeout: '20m',
    // Load stays on this machine, also when an answer points elsewhere; its certificate is self-signed.
    maxRedirects: 0,
    insecureSkipTLSVerify: true,
    // Without `url` and `name`: they would carry the credential.
    systemTags: ['scenario', 'method', 'status', 'expected_response', 'error_code'],
    userAgent: 'holdfast-load',
  };
}

/** Counting and closing them takes time where they are many. */
const closedInASecond = 300;

type Held = Pick<Plan, 'vus' | 'duration' | 'sockets' | 'processes'>;

/** Every VU runs once, from beginning to end: for sockets, which do not outlive the iteration that opened them. */
export function holding(script: string, { vus, duration, sockets, processes }: Held) {
  return {
    [script]: {
      executor: 'per-vu-iterations',
      vus,
      iterations: 1,
      maxDuration: `${duration + 5 + Math.ceil(sockets / processes / closedInASecond)}s`,
      gracefulStop: '0s',
    },
  } as const satisfies NonNullable<Options['scenarios']>;
}

/** Longest that one iteration may take, in seconds: the run ends so much later where the system is that slow. */
const longestIteration = 30;

/** So many iterations a second, however long each takes; what cannot be begun in time is counted as dropped. */
export function arriving(script: string, { journeys, course, duration }: Plan) {
  const stages = stagesOf({ rate: journeys, course, length: duration });
  return {
    [script]: {
      executor: 'ramping-arrival-rate',
      startRate: stages[0]?.target ?? journeys,
      timeUnit: '1s',
      preAllocatedVUs: 2 * journeys,
      maxVUs: 5 * journeys,
      stages,
      gracefulStop: `${longestIteration}s`,
    },
  } as const satisfies NonNullable<Options['scenarios']>;
}
