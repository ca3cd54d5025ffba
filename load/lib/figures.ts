import { Counter, Rate, Trend } from 'k6/metrics';
import { bucketCount, bucketOf } from './buckets.ts';
import { type Claim, type Claims, metricOf, samplesOf } from './judge.ts';
import { bucketMetric } from './tally.ts';

/** Takes samples of a claim: whether it was so (share), or how many seconds. */
export type Add = (id: string, sample: boolean | number) => void;

/** Makes the metrics of the claims; call it in the init context. */
export function createFigures(claims: Claims): Add {
  const figures = new Map(
    Object.entries(claims).map(([id, { measure }]) => [
      id,
      {
        metric: measure === 'share' ? new Rate(metricOf(id)) : new Trend(metricOf(id)),
        samples: new Counter(samplesOf(id)),
        buckets: bucketsOf(id, measure),
      },
    ]),
  );
  return (id, sample) => {
    const figure = figures.get(id);
    if (figure === undefined) throw new Error(`Failed to count a sample: there is no claim "${id}".`);
    figure.metric.add(sample);
    figure.samples.add(1);
    figure.buckets[bucketOf(Number(sample))]?.add(1);
  };
}

/** A counter for each: of several processes they add, and from one moment to the next they can be subtracted. */
function bucketsOf(id: string, measure: Claim['measure']): readonly Counter[] {
  if (measure !== 'milliseconds') return [];
  return Array.from({ length: bucketCount }, (_, bucket) => new Counter(bucketMetric(id, bucket)));
}

/** Makes a counter for each name; they explain a verdict and decide nothing. */
export function createCounters<Name extends string>(names: readonly Name[]): (name: Name) => void {
  const counters = new Map<string, Counter>(names.map((name) => [name, new Counter(name)]));
  return (name) => counters.get(name)?.add(1);
}
