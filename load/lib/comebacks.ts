import { setTimeout } from 'k6/timers';
import type { createSessions, Seat } from './sessions.ts';

interface Reports {
  /** Milliseconds from the loss of a session to `ready` of the next one. */
  back(milliseconds: number): void;
  /** The run ended before it was back. */
  away(): void;
  count(what: (typeof comebackCounters)[number]): void;
}

export const comebackCounters = ['sessions_lost', 'comebacks_tried', 'comebacks'] as const;

const firstPause = 1000;
const longestPause = 5000;

/** A client that comes back as the page does: after a pause by chance, whose limit doubles with each try. */
export function createComebacks({ back, away, count }: Reports, endsAt: number) {
  const gone = new Map<Seat, number>();

  function lost(seat: Seat): void {
    if (gone.has(seat)) return;
    gone.set(seat, Date.now());
    count('sessions_lost');
  }

  function retry(seat: Seat, sessions: ReturnType<typeof createSessions>, tries = 0): void {
    const pause = Math.random() * Math.min(longestPause, firstPause * 2 ** tries);
    if (Date.now() + pause > endsAt) return;
    setTimeout(() => {
      if (Date.now() > endsAt) return;
      count('comebacks_tried');
      void sessions
        .connect(seat, () => {
          lost(seat);
          retry(seat, sessions);
        })
        .then((result) => {
          if (typeof result === 'string' || result.outcome !== 'ready') return retry(seat, sessions, tries + 1);
          const since = gone.get(seat);
          if (since === undefined) return;
          gone.delete(seat);
          count('comebacks');
          back(Date.now() - since);
        });
    }, pause);
  }

  return {
    lost,
    retry,
    end(): void {
      for (const _ of gone) away();
      gone.clear();
    },
  };
}
