/** How often a value fell into which bucket, by its number: of several runs they add without loss. */
export type Histogram = Readonly<Record<string, number>>;

/** A tenth of a millisecond. */
const unitsPerMillisecond = 10;
const exact = 64;
const perOctave = 32;
const largest = 2 ** 20 - 1;

/** So many buckets from 0 to 104 s: 0.1 ms wide up to 6.4 ms, then 3 % of what they hold. */
export const bucketCount = 512;

export function bucketOf(milliseconds: number): number {
  const value = Math.min(largest, Math.max(0, Math.floor(milliseconds * unitsPerMillisecond)));
  if (value < exact) return value;
  const octave = 31 - Math.clz32(value);
  return exact + (octave - 6) * perOctave + (value >> (octave - 5)) - perOctave;
}

/** Milliseconds that every value of a bucket is below. */
export function upperEdge(bucket: number): number {
  if (bucket < exact) return (bucket + 1) / unitsPerMillisecond;
  const octave = 6 + Math.floor((bucket - exact) / perOctave);
  return ((perOctave + ((bucket - exact) % perOctave) + 1) * 2 ** (octave - 5)) / unitsPerMillisecond;
}

/** The quantile in milliseconds, never less than it was and at most a bucket more; undefined without a value. */
export function quantile(histogram: Histogram, share: number): number | undefined {
  const buckets = Object.entries(histogram)
    .map(([bucket, count]) => [Number(bucket), count] as const)
    .sort(([a], [b]) => a - b);
  const total = buckets.reduce((sum, [, count]) => sum + count, 0);
  let left = Math.max(1, Math.ceil(share * total));
  const found = buckets.find(([, count]) => {
    left -= count;
    return count > 0 && left <= 0;
  });
  return found === undefined ? undefined : upperEdge(found[0]);
}

export function addHistograms(histograms: readonly Histogram[]): Histogram {
  const sum: Record<string, number> = {};
  for (const histogram of histograms)
    for (const [bucket, count] of Object.entries(histogram)) sum[bucket] = (sum[bucket] ?? 0) + count;
  return sum;
}
