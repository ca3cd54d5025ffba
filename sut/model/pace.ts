import { setImmediate, setTimeout } from 'node:timers/promises';

export interface Pace {
  readonly tokens: number;
  readonly intervalMs: number;
  readonly silenceMs: number;
  readonly silenceAfter: number;
}

const yieldEvery = 64;

/**
 * Yields the numbers 0 to `tokens` - 1, each when it is due: the first at once, each next one an
 * interval later, counted from the start so that delays do not add up. Throws when `signal` aborts.
 */
export async function* pace(
  { tokens, intervalMs, silenceMs, silenceAfter }: Pace,
  signal: AbortSignal,
): AsyncGenerator<number> {
  const start = performance.now();
  for (let n = 0; n < tokens; n += 1) {
    const due = start + n * intervalMs + (n >= silenceAfter ? silenceMs : 0);
    const wait = due - performance.now();
    if (wait > 0) await setTimeout(wait, undefined, { signal });
    else if (n % yieldEvery === 0) await setImmediate(undefined, { signal });
    signal.throwIfAborted();
    yield n;
  }
}
