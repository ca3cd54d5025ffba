import { CookieJar } from 'k6/http';
import { setTimeout } from 'k6/timers';
import { paths, refreshCookie } from '../generated.ts';
import type { Plan } from './plan.ts';
import { ask } from './requests.ts';
import type { Seat } from './sessions.ts';
import { type Grant, grantIn } from './users.ts';

export const refreshCounters = ['refreshes', 'refreshes_failed'] as const;

interface Reports {
  count(what: (typeof refreshCounters)[number]): void;
  settled(seat: Seat, granted: boolean): void;
}

/** Refreshes the login session of each seat again and again, the seats one after another over `every` seconds. */
export function createRefreshes(plan: Plan, every: number, { count, settled }: Reports) {
  const endsAt = Date.now() + (plan.duration - plan.patience) * 1000;

  async function turn(seat: Seat, due: number): Promise<void> {
    const grant = await refresh(seat.user, plan.baseUrl).catch(() => undefined);
    count(grant === undefined ? 'refreshes_failed' : 'refreshes');
    settled(seat, grant !== undefined);
    // Whether the cookie was rotated all the same is open: shown again it may look stolen, and end the session.
    if (grant === undefined) return;
    seat.user = { ...seat.user, ...grant };
    wait(seat, due + every * 1000);
  }

  function wait(seat: Seat, due: number): void {
    if (due < endsAt) setTimeout(() => void turn(seat, due), Math.max(0, due - Date.now()));
  }

  return { start: (seat: Seat): void => wait(seat, Date.now() + (seat.index / plan.sockets) * every * 1000) };
}

async function refresh({ refreshToken }: Grant, baseUrl: string): Promise<Grant | undefined> {
  const answer = await ask('POST', `${baseUrl}${paths.refresh}`, null, {
    headers: { cookie: `${refreshCookie}=${refreshToken}` },
    // The one of this VU would show the cookie of one login session for those of all its seats.
    jar: new CookieJar(),
    timeout: '5s',
  });
  const grant = answer.status === 200 ? grantIn(answer) : undefined;
  return grant?.refreshToken === '' ? undefined : grant;
}
