import type { ModelRun } from '#contracts/wire/model.ts';

type Count = keyof ModelRun;

export interface Counts {
  add(count: Count, run: string | undefined): void;
  of(run: string): ModelRun;
  total(): ModelRun;
}

const none: ModelRun = { requests: 0, produced: 0, finished: 0, cancelled: 0 };
const longestMemory = 10_000;

/** Counts per named run and in total; the oldest runs are forgotten beyond 10,000. */
export function createCounts(): Counts {
  const total = { ...none };
  const runs = new Map<string, { -readonly [Name in Count]: number }>();
  const named = (run: string) => {
    const known = runs.get(run);
    if (known !== undefined) return known;
    const [oldest] = runs.keys();
    if (runs.size >= longestMemory && oldest !== undefined) runs.delete(oldest);
    const fresh = { ...none };
    runs.set(run, fresh);
    return fresh;
  };
  return {
    add(count, run) {
      total[count] += 1;
      if (run !== undefined) named(run)[count] += 1;
    },
    of: (run) => runs.get(run) ?? none,
    total: () => total,
  };
}

/** The totals in Prometheus' text format. */
export function metricsText(counts: Counts): string {
  return Object.entries(counts.total())
    .map(([name, value]) => `# TYPE model_${name}_total counter\nmodel_${name}_total ${value}\n`)
    .join('');
}
