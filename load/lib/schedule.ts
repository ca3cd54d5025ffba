/** When requests are due, whatever became of those before: an open model, as an arrival-rate executor's. */
export interface Arrivals {
  /** Requests a second at the peak. */
  readonly rate: number;
  /** Shares of the rate, each for an equal part of the time. */
  readonly course: readonly number[];
  /** Seconds. */
  readonly length: number;
}

/** Yields the times in seconds from the start: every `step`th one, beginning with number `first`. */
export function* arrivalsOf({ rate, course, length }: Arrivals, first: number, step: number): Generator<number> {
  const part = length / course.length;
  let before = 0;
  let next = first;
  for (const [index, share] of course.entries()) {
    const perSecond = rate * share;
    const until = before + perSecond * part;
    for (; next < until; next += step) yield index * part + (next - before) / perSecond;
    before = until;
  }
}

/** The same as stages of a ramping-arrival-rate executor, which changes in steps too: a jump, then level. */
export function stagesOf({ rate, course, length }: Arrivals): { target: number; duration: string }[] {
  const level = `${Math.round((length * 1000) / course.length)}ms`;
  return course.flatMap((share, index) => {
    const target = share === 0 ? 0 : Math.max(1, Math.round(rate * share));
    return [...(index === 0 ? [] : [{ target, duration: '0s' }]), { target, duration: level }];
  });
}
