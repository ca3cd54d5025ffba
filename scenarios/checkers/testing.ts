import type { Entry, History } from '#fixtures/scenario/history.ts';

/** `[session, act, outcome, value]` at a time; lasts 1 ms. */
type Step = readonly [session: string, act: string, outcome: 'ok' | 'fail' | 'indefinite', value: string];

/** A history by hand: time in ms -> the phase that begins, or what is done and how it comes out. */
export function historyOf(steps: readonly (readonly [at: number, what: string | Step])[]): History {
  const entries = steps.flatMap(([at, what], index): Entry[] => {
    if (typeof what === 'string') return [{ kind: 'phase', at, phase: what }];
    const [session, act, kind, value] = what;
    const op = index + 1;
    return [
      { kind: 'invoke', at, op, session, act },
      { kind, at: at + 1, op, value },
    ];
  });
  // A completion may lie behind the next invocation, as it does in a real history.
  entries.sort((a, b) => a.at - b.at);
  return { format: 1, scenario: 'recovery/by-hand', seed: 1, began: '2026-01-01T00:00:00.000Z', entries };
}
