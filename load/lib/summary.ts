import { readBins } from './bins.ts';
import { censoredBins, endedBins } from './chat-run.ts';
import { type Claims, type Judgement, judge, type Metric, type Metrics, operatorOf, overall } from './judge.ts';
import type { Plan } from './plan.ts';
import { type RestrictedMean, restrictedMean } from './restricted-mean.ts';

/** What k6 hands to handleSummary, as far as it is read here. */
export interface SummaryData {
  readonly metrics: Metrics;
  readonly setup_data?: { readonly problem?: string } | null;
}

interface Run {
  readonly script: string;
  readonly plan: Plan;
  readonly claims: Claims;
  /** Counters that explain: what happened how often. */
  readonly counters: readonly string[];
  /** Whether it holds sessions, whose length is then told as a restricted mean. */
  readonly sessions?: true;
  /** Trends that explain, in milliseconds. */
  readonly trends?: readonly string[];
  /** Lines that only this script can tell, and what of it goes into the result. */
  readonly more?: (metrics: Metrics) => { readonly lines: readonly string[]; readonly [member: string]: unknown };
}

const separator = '  ';

/**
 * The verdict as a short table for standard output (none with -e TABLE=none) and as JSON in test-results/load;
 * credentials are in neither.
 */
export function summarize(run: Run, { metrics, setup_data }: SummaryData): Record<string, string> {
  const { script, plan, claims } = run;
  const rows = Object.entries(claims).map(([id, claim]) => explainMean(judge(id, claim, metrics)));
  const verdict = overall(rows, metrics);
  const problem = plan.problem ?? setup_data?.problem;
  const counts = countsOf(run.counters, metrics);
  const session = run.sessions === undefined ? undefined : sessionsOf(plan, metrics);
  const { lines: told = [], ...more } = run.more?.(metrics) ?? {};
  const trends = Object.fromEntries((run.trends ?? []).map((name) => [name, metrics[name]?.values ?? {}]));
  const explained = [
    ...(Object.keys(counts).length > 0 ? [Object.entries(counts).map(spoken).join(', ')] : []),
    ...(session === undefined ? [] : [sessionLine(session, plan)]),
    ...Object.entries(trends).map(trendLine),
    ...told,
    ...(problem === undefined ? [] : [problem]),
  ];
  const { baseUrl, profile, duration } = plan;
  const lines = [
    '',
    `${script}: profile ${profile}, ${duration} s on ${baseUrl}`,
    '',
    ...table([['target', 'verdict', 'measured', 'wanted', 'samples', ''], ...rows.map(cells)]),
    '',
    ...explained,
    `verdict: ${verdict}`,
    '',
  ];
  const result = {
    script,
    verdict,
    ...(problem === undefined ? {} : { problem }),
    plan,
    targets: rows,
    counts,
    ...(session === undefined ? {} : { sessions: session }),
    trends,
    ...more,
    explained,
  };
  return {
    ...(__ENV['TABLE'] === 'none' ? {} : { stdout: `${lines.join('\n')}\n` }),
    [`test-results/load/${script}.json`]: `${JSON.stringify(result, null, 2)}\n`,
  };
}

/** What k6 judges is the mean of the lengths so far, never more than the restricted mean that the report shows. */
function explainMean(row: Judgement): Judgement {
  if (row.measure !== 'seconds' || row.verdict !== 'missed') return row;
  return { ...row, why: `the lengths so far have a mean of ${round(row.value ?? 0)} s` };
}

function countsOf(names: readonly string[], metrics: Metrics): Record<string, number> {
  const all = [...names, 'dropped_iterations'];
  return Object.fromEntries(
    all.flatMap((name) => {
      const count = metrics[name]?.values['count'] ?? 0;
      return count > 0 ? [[name, count]] : [];
    }),
  );
}

function sessionsOf(plan: Plan, metrics: Metrics): RestrictedMean | undefined {
  const ended = endedBins(plan);
  return restrictedMean({
    ended: readBins(ended, metrics),
    censored: readBins(censoredBins(plan), metrics),
    width: ended.width,
  });
}

function sessionLine({ mean, horizon, sessions, censored }: RestrictedMean, { divisor }: Plan): string {
  const scaled = divisor === 1 ? '' : `, in scaled time (x ${divisor})`;
  return `sessions: ${sessions}, of which ${censored} were open at the end (censored); mean ${round(mean)} s, restricted to ${round(horizon)} s${scaled}`;
}

const spoken = ([name, count]: [string, number]) => `${count} ${name.replaceAll('_', ' ')}`;

function trendLine([name, values]: [string, Metric['values']]): string {
  const of = (statistic: string) => `${statistic} ${round(values[statistic] ?? 0)}`;
  return `${name.replaceAll('_', ' ')}, ms: ${['med', 'p(95)', 'p(99)', 'max'].map(of).join(', ')}`;
}

const units = { share: '%', seconds: 's', milliseconds: 'ms' } as const;

function cells({ id, verdict, value, bound, measure, samples, why = '' }: Judgement): string[] {
  const [operator, limit] = operatorOf(bound);
  const shown = (figure: number) => `${round(measure === 'share' ? 100 * figure : figure)} ${units[measure]}`;
  return [id, verdict, value === undefined ? '-' : shown(value), `${operator} ${shown(limit)}`, String(samples), why];
}

const round = (value: number) => Math.round(value * 10) / 10;

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(separator)
      .trimEnd(),
  );
}
