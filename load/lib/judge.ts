import { endings } from './closes.ts';

export type Bound =
  | { readonly above: number }
  | { readonly below: number }
  | { readonly atMost: number }
  | { readonly atLeast: number };

/** What a run promises: a share of samples (0 to 1), their mean in seconds, or their p99 in milliseconds. */
export interface Claim {
  readonly measure: 'share' | 'seconds' | 'milliseconds';
  readonly bound: Bound;
  readonly leastSamples: number;
  /** Why this run cannot show it; it is then reported and does not decide. */
  readonly notJudged?: string | undefined;
}

export type Claims = Readonly<Record<string, Claim>>;
export type Verdict = 'met' | 'missed' | 'no data' | 'not judged';

export interface Judgement {
  readonly id: string;
  readonly verdict: Verdict;
  readonly samples: number;
  /** Undefined without a sample. */
  readonly value: number | undefined;
  readonly bound: Bound;
  readonly measure: Claim['measure'];
  readonly why?: string;
}

/** The part of a metric in handleSummary's data that is read here. */
export interface Metric {
  readonly values: Readonly<Record<string, number | undefined>>;
  readonly thresholds?: Readonly<Record<string, { readonly ok: boolean }>>;
}
export type Metrics = Readonly<Record<string, Metric>>;

/** `chat/auth-failures` -> `target_chat_auth_failures`: a metric's name has letters, digits and _ only. */
export const metricOf = (id: string): string => `target_${id.replace(/[^a-z0-9]+/g, '_')}`;
export const samplesOf = (id: string): string => `${metricOf(id)}_samples`;

/** k6's thresholds for the claims. A rate without samples passes, hence the second one that counts them. */
export function thresholdsOf(claims: Claims): Record<string, string[]> {
  const judged = Object.entries(claims).filter(([, { notJudged }]) => notJudged === undefined);
  return Object.fromEntries(
    judged.flatMap(([id, claim]) => [
      [metricOf(id), [boundThreshold(claim)]],
      [samplesOf(id), [countThreshold(claim)]],
    ]),
  );
}

/** What the thresholds said, so that the table and k6's exit status cannot differ. */
export function judge(id: string, claim: Claim, metrics: Metrics): Judgement {
  const figure = metrics[metricOf(id)];
  const counted = metrics[samplesOf(id)];
  const samples = counted?.values['count'] ?? 0;
  const value = samples === 0 ? undefined : figure?.values[statistics[claim.measure]];
  const told = { id, samples, value, bound: claim.bound, measure: claim.measure };
  if (claim.notJudged !== undefined) return { ...told, verdict: 'not judged', why: claim.notJudged };
  if (counted?.thresholds?.[countThreshold(claim)]?.ok !== true) {
    return { ...told, verdict: 'no data', why: `needs at least ${claim.leastSamples}` };
  }
  return { ...told, verdict: figure?.thresholds?.[boundThreshold(claim)]?.ok === true ? 'met' : 'missed' };
}

/** A rate that was not kept makes what was met unknown: it was met by less than was asked for. */
export function overall(
  rows: readonly Judgement[],
  counts: Readonly<Record<string, number>>,
): 'met' | 'missed' | 'no data' | 'unknown' {
  const worst = (['missed', 'no data'] as const).find((bad) => rows.some(({ verdict }) => verdict === bad));
  if (worst !== undefined) return worst;
  return (counts['dropped_iterations'] ?? 0) > 0 || uncounted(counts) > 0 ? 'unknown' : 'met';
}

/** Sessions whose end nobody counted: k6 was cut off before. */
function uncounted(counts: Readonly<Record<string, number>>): number {
  const ends = ['open_at_the_end', ...endings].reduce((sum, name) => sum + (counts[name] ?? 0), 0);
  return (counts['sockets_ready'] ?? 0) - ends;
}

export const operatorOf = (bound: Bound): readonly [string, number] => {
  if ('above' in bound) return ['>', bound.above];
  if ('below' in bound) return ['<', bound.below];
  return 'atMost' in bound ? ['<=', bound.atMost] : ['>=', bound.atLeast];
};

/** k6's name of what is judged; `p(99)` is reported only because summaryTrendStats asks for it. */
const statistics = { share: 'rate', seconds: 'avg', milliseconds: 'p(99)' } as const;

const boundThreshold = ({ measure, bound }: Claim) => `${statistics[measure]}${operatorOf(bound).join('')}`;
const countThreshold = ({ leastSamples }: Claim) => `count>=${leastSamples}`;
