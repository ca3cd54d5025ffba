import { type Claims, type Judgement, judge, type Metric, operatorOf } from './judge.ts';
import type { Plan } from './plan.ts';

/** What k6 hands to handleSummary, as far as it is read here. */
export interface SummaryData {
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly setup_data?: { readonly problem?: string } | null;
}

interface Run {
  readonly script: string;
  readonly plan: Plan;
  readonly claims: Claims;
  /** Counters that explain: what happened how often. */
  readonly counters: readonly string[];
}

const separator = '  ';

/** The verdict as a short table for standard output and as JSON in test-results/load; credentials are in neither. */
export function summarize({ script, plan, claims, counters }: Run, data: SummaryData): Record<string, string> {
  const rows = Object.entries(claims).map(([id, claim]) => judge(id, claim, data.metrics));
  const worst = (['broken', 'no data'] as const).find((bad) => rows.some(({ verdict }) => verdict === bad));
  const verdict = worst ?? 'held';
  const problem = plan.problem ?? data.setup_data?.problem;
  const counts = Object.fromEntries(
    counters.flatMap((name) => {
      const count = data.metrics[name]?.values['count'] ?? 0;
      return count > 0 ? [[name, count]] : [];
    }),
  );
  const happened = Object.entries(counts).map(([name, count]) => `${count} ${name.replaceAll('_', ' ')}`);
  const { baseUrl, sockets, duration } = plan;
  const lines = [
    '',
    `${script}: ${sockets} sockets for ${duration} s on ${baseUrl}`,
    '',
    ...table([['target', 'verdict', 'measured', 'wanted', 'samples', ''], ...rows.map(cells)]),
    '',
    ...(happened.length > 0 ? [happened.join(', ')] : []),
    ...(problem === undefined ? [] : [problem]),
    `verdict: ${verdict}`,
    '',
  ];
  const result = { script, verdict, ...(problem === undefined ? {} : { problem }), plan, targets: rows, counts };
  return {
    stdout: `${lines.join('\n')}\n`,
    [`test-results/load/${script}.json`]: `${JSON.stringify(result, null, 2)}\n`,
  };
}

function cells({ id, verdict, value, bound, measure, samples, why = '' }: Judgement): string[] {
  const [operator, limit] = operatorOf(bound);
  const shown = (figure: number) => (measure === 'share' ? `${round(100 * figure)} %` : `${round(figure)} s`);
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
