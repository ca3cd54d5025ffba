import { Counter } from 'k6/metrics';
import type { Metrics } from './judge.ts';

/** Equal bins from 0; what is beyond the last counts in it. */
export interface Bins {
  readonly name: string;
  readonly count: number;
  /** In the unit of what is added. */
  readonly width: number;
}

const counterOf = (name: string, index: number) => `${name}_${String(index).padStart(3, '0')}`;

/** A counter for each bin: k6 hands no single values to the summary. Call it in the init context. */
export function createBins({ name, count, width }: Bins): (value: number) => void {
  const counters = Array.from({ length: count }, (_, index) => new Counter(counterOf(name, index)));
  return (value) => counters[Math.min(count - 1, Math.max(0, Math.floor(value / width)))]?.add(1);
}

export function readBins({ name, count }: Bins, metrics: Metrics): number[] {
  return Array.from({ length: count }, (_, index) => metrics[counterOf(name, index)]?.values['count'] ?? 0);
}
