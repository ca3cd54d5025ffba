/** Sessions by length, in bins of one width: those that ended, and those that were still open (censored). */
export interface Lengths {
  readonly ended: readonly number[];
  readonly censored: readonly number[];
  /** Seconds. */
  readonly width: number;
}

export interface RestrictedMean {
  /** Seconds: the mean of min(length, horizon) by Kaplan and Meier. */
  readonly mean: number;
  /** Seconds: the longest that any session was watched. */
  readonly horizon: number;
  readonly sessions: number;
  readonly censored: number;
}

/** The restricted mean of the sessions, to half a bin; undefined without any. */
export function restrictedMean({ ended, censored, width }: Lengths): RestrictedMean | undefined {
  const all = ended.map((count, index) => count + (censored[index] ?? 0));
  const sessions = sum(all);
  if (sessions === 0) return undefined;
  const last = all.findLastIndex((count) => count > 0);
  let watched = sessions;
  let open = 1;
  let mean = 0;
  for (let index = 0; index <= last; index++) {
    const still = watched === 0 ? 0 : open * (1 - (ended[index] ?? 0) / watched);
    // Whatever lies in the last bin lies in its middle, on average.
    mean += ((open + still) / 2) * (index === last ? width / 2 : width);
    open = still;
    watched -= all[index] ?? 0;
  }
  return { mean, horizon: (last + 0.5) * width, sessions, censored: sum(censored) };
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
