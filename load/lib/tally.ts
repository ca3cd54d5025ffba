import { addHistograms, bucketCount, type Histogram, quantile } from './buckets.ts';
import { type Claim, type Judgement, type Metrics, metricOf, operatorOf, samplesOf } from './judge.ts';

/** The only member of a line of standard output that is a result. */
export const resultMark = 'holdfast-load-result';

/** What one claim was judged by, in a form that adds: of several processes, and of several machines. */
export interface Figure {
  readonly samples: number;
  /** Of a share, the samples that were so; of lengths, their sum in seconds. */
  readonly sum: number;
  /** Of milliseconds. */
  readonly histogram?: Histogram | undefined;
}

export const bucketMetric = (id: string, bucket: number): string =>
  `${metricOf(id)}_b${String(bucket).padStart(3, '0')}`;

/** Reads it from what k6 hands to handleSummary. */
export function figureOf(id: string, { measure }: Claim, metrics: Metrics): Figure {
  const samples = metrics[samplesOf(id)]?.values['count'] ?? 0;
  const values = metrics[metricOf(id)]?.values ?? {};
  if (measure !== 'milliseconds') {
    const [share, mean] = [values['rate'] ?? 0, values['avg'] ?? 0];
    return { samples, sum: measure === 'share' ? Math.round(share * samples) : mean * samples };
  }
  return { samples, sum: 0, histogram: histogramIn(id, (name) => metrics[name]?.values['count'] ?? 0) };
}

/** Of the counters by name. */
export function histogramIn(id: string, count: (name: string) => number): Histogram {
  const buckets = Array.from(
    { length: bucketCount },
    (_, bucket) => [bucket, count(bucketMetric(id, bucket))] as const,
  );
  return Object.fromEntries(buckets.filter(([, value]) => value > 0));
}

export function addFigures(figures: readonly Figure[]): Figure {
  const total = (of: (figure: Figure) => number) => figures.reduce((sum, figure) => sum + of(figure), 0);
  const histograms = figures.flatMap(({ histogram }) => (histogram === undefined ? [] : [histogram]));
  return {
    samples: total(({ samples }) => samples),
    sum: total(({ sum }) => sum),
    ...(histograms.length === 0 ? {} : { histogram: addHistograms(histograms) }),
  };
}

/** As k6's thresholds do; milliseconds by the upper edge of their bucket. */
export function judgeFigure(id: string, claim: Claim, figure: Figure): Judgement {
  const { measure, bound, notJudged, leastSamples } = claim;
  const { samples } = figure;
  const value = measuredOf(measure, figure);
  const told = { id, samples, value, bound, measure };
  if (notJudged !== undefined) return { ...told, verdict: 'not judged', why: notJudged };
  if (value === undefined || samples < leastSamples)
    return { ...told, verdict: 'no data', why: `needs at least ${leastSamples}` };
  return { ...told, verdict: holds(operatorOf(bound), value) ? 'met' : 'missed' };
}

function measuredOf(measure: Claim['measure'], { samples, sum, histogram = {} }: Figure): number | undefined {
  if (samples === 0) return undefined;
  return measure === 'milliseconds' ? quantile(histogram, 0.99) : sum / samples;
}

function holds([operator, limit]: readonly [string, number], value: number): boolean {
  if (operator === '>') return value > limit;
  if (operator === '<') return value < limit;
  return operator === '<=' ? value <= limit : value >= limit;
}
