import type { Judgement, Metric } from './judge.ts';
import type { RestrictedMean } from './restricted-mean.ts';

/** What explains a verdict and decides nothing. */
export interface Explained {
  readonly counts: Readonly<Record<string, number>>;
  readonly sessions?: RestrictedMean | undefined;
  /** What the system's lifetimes were divided by. */
  readonly divisor: number;
  readonly trends: Readonly<Record<string, Metric['values']>>;
  /** Whether the trends are those of the slowest of several processes: their quantiles do not add. */
  readonly slowest?: boolean;
  /** Lines that only one script can tell. */
  readonly told?: readonly string[];
  readonly problem?: string | undefined;
}

/** A line each. */
export function explain({ counts, sessions, divisor, trends, slowest, told = [], problem }: Explained): string[] {
  // By code they are drawn, and by cause they are told; what was crossed has a line of its own.
  const spokenOf = Object.entries(counts).filter(([name]) => !/^(?:closed|crossed)_/.test(name));
  return [
    ...(spokenOf.length > 0 ? [spokenOf.map(spoken).join(', ')] : []),
    ...(sessions === undefined ? [] : [sessionLine(sessions, divisor)]),
    ...Object.entries(trends).map((trend) => trendLine(trend, slowest === true)),
    ...told,
    ...(problem === undefined ? [] : [problem]),
  ];
}

/** What is judged is the mean of the lengths so far, never more than the restricted mean that the report shows. */
export function explainMean(row: Judgement): Judgement {
  if (row.measure !== 'seconds' || row.verdict !== 'missed') return row;
  return { ...row, why: `the lengths so far have a mean of ${round(row.value ?? 0)} s` };
}

function sessionLine({ mean, horizon, sessions, censored }: RestrictedMean, divisor: number): string {
  const scaled = divisor === 1 ? '' : `, in scaled time (x ${divisor})`;
  return `sessions: ${sessions}, of which ${censored} were open at the end (censored); mean ${round(mean)} s, restricted to ${round(horizon)} s${scaled}`;
}

const spoken = ([name, count]: [string, number]) => `${count} ${name.replaceAll('_', ' ')}`;

function trendLine([name, values]: [string, Metric['values']], slowest: boolean): string {
  const of = (statistic: string) => `${statistic} ${round(values[statistic] ?? 0)}`;
  const whose = slowest ? ' of the slowest process' : '';
  return `${name.replaceAll('_', ' ')}${whose}, ms: ${['med', 'p(95)', 'p(99)', 'max'].map(of).join(', ')}`;
}

export const round = (value: number): number => Math.round(value * 10) / 10;
