import { readBins } from './bins.ts';
import { censoredBins, endedBins } from './chat-run.ts';
import { ticketCounters } from './credentials.ts';
import { explain, explainMean, round } from './explain.ts';
import { type Claims, type Judgement, judge, type Metrics, operatorOf, overall } from './judge.ts';
import type { Plan } from './plan.ts';
import { requestCounters } from './requests.ts';
import { type Lengths, restrictedMean } from './restricted-mean.ts';
import { figureOf, resultMark } from './tally.ts';

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
 * The verdict as a short table for standard output (none with -e TABLE=none) and as JSON in test-results/load, by the
 * name of the script or RESULT; with -e RESULT=- it is a line of standard output, for machines whose files are gone
 * after the run. Credentials are in none of them.
 */
export function summarize(run: Run, { metrics, setup_data }: SummaryData): Record<string, string> {
  const { script, plan, claims } = run;
  const rows = Object.entries(claims).map(([id, claim]) => explainMean(judge(id, claim, metrics)));
  const problem = plan.problem ?? setup_data?.problem;
  const counts = countsOf(run.counters, metrics);
  const verdict = overall(rows, counts);
  const lengths = run.sessions === undefined ? undefined : lengthsOf(plan, metrics);
  const session = lengths === undefined ? undefined : restrictedMean(lengths);
  const { lines: told = [], ...more } = run.more?.(metrics) ?? {};
  const trends = Object.fromEntries((run.trends ?? []).map((name) => [name, metrics[name]?.values ?? {}]));
  const explained = explain({ counts, sessions: session, divisor: plan.divisor, trends, told, problem });
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
  const figures = Object.entries(claims).map(([id, claim]) => [id, figureOf(id, claim, metrics)] as const);
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
    // By it two results of one process are told from those of two.
    id: `${Date.now()}-${Math.floor(Math.random() * 1e9)}`,
    claims,
    tally: { figures: Object.fromEntries(figures), ...(lengths === undefined ? {} : { lengths }) },
  };
  const shown = __ENV['TABLE'] === 'none' ? '' : `${lines.join('\n')}\n`;
  const where = __ENV['RESULT'] ?? script;
  if (where === '-') return { stdout: `${shown}${JSON.stringify({ [resultMark]: result })}\n` };
  return {
    ...(shown === '' ? {} : { stdout: shown }),
    [`test-results/load/${where}.json`]: `${JSON.stringify(result, null, 2)}\n`,
  };
}

/** k6's own: requests and handshakes of sockets, whatever became of them, are what the edge counts too. */
const countedByAll = ['dropped_iterations', 'http_reqs', 'ws_sessions', ...ticketCounters, ...requestCounters] as const;

function countsOf(names: readonly string[], metrics: Metrics): Record<string, number> {
  const all = [...names, ...countedByAll];
  return Object.fromEntries(
    all.flatMap((name) => {
      const count = metrics[name]?.values['count'] ?? 0;
      return count > 0 ? [[name, count]] : [];
    }),
  );
}

function lengthsOf(plan: Plan, metrics: Metrics): Lengths {
  const ended = endedBins(plan);
  return {
    ended: readBins(ended, metrics),
    censored: readBins(censoredBins(plan), metrics),
    width: ended.width,
  };
}

const units = { share: '%', seconds: 's', milliseconds: 'ms' } as const;

function cells({ id, verdict, value, bound, measure, samples, why = '' }: Judgement): string[] {
  const [operator, limit] = operatorOf(bound);
  const shown = (figure: number) => `${round(measure === 'share' ? 100 * figure : figure)} ${units[measure]}`;
  return [id, verdict, value === undefined ? '-' : shown(value), `${operator} ${shown(limit)}`, String(samples), why];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(separator)
      .trimEnd(),
  );
}
