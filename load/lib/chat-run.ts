import { instance, vu } from 'k6/execution';
import { setTimeout } from 'k6/timers';
import { targets } from '../generated.ts';
import { type Bins, createBins } from './bins.ts';
import type { CredentialKind } from './credentials.ts';
import type { Claims } from './judge.ts';
import type { Plan } from './plan.ts';
import type { createSessions, Seat } from './sessions.ts';
import type { Population } from './users.ts';

/** What every script that holds sockets claims; `chat/session-length` only of a run that is long enough. */
export function sessionClaims({ duration, ramp, divisor }: Plan): Claims {
  const longest = (duration - ramp) * divisor;
  const wanted = targets['chat/session-length'].bound.above;
  return {
    'chat/connects': targets['chat/connects'],
    'chat/auth-failures': targets['chat/auth-failures'],
    'chat/abnormal-closes': targets['chat/abnormal-closes'],
    'chat/session-length': {
      ...targets['chat/session-length'],
      notJudged: longest > wanted ? undefined : `sessions of ${Math.round(longest)} s cannot show it: -e DURATION=12m`,
    },
  };
}

const lengthBins = 200;
/** Lengths of sessions, in seconds of production timing. */
export const endedBins = (plan: Plan): Bins => binsOf('session_ended', plan);
export const censoredBins = (plan: Plan): Bins => binsOf('session_censored', plan);
const binsOf = (name: string, { duration, divisor }: Plan): Bins => ({
  name,
  count: lengthBins,
  width: (duration * divisor) / lengthBins,
});

/** Takes the length of each session. Call it in the init context. */
export function createLengths(plan: Plan): (seconds: number, censored: boolean) => void {
  const [ended, censored] = [createBins(endedBins(plan)), createBins(censoredBins(plan))];
  return (seconds, open) => (open ? censored : ended)(seconds);
}

/** The seats of this VU are taken over the ramp; before the end everyone is asked for a sign of life. */
export function holdSeats(
  plan: Plan,
  { users }: Population,
  mix: readonly CredentialKind[],
  sessions: ReturnType<typeof createSessions>,
  take: (seat: Seat) => Promise<void>,
): void {
  // Of the users, who are this process' own, each chat has another one.
  let own = vu.idInInstance - 1;
  for (let index = vu.idInTest - 1; index < plan.sockets; index += plan.vus) {
    const user = users[own % users.length];
    own += instance.vusInitialized;
    const kind = mix[index % mix.length];
    if (user === undefined || kind === undefined) continue;
    setTimeout(() => void take({ index, kind, user }), (index / plan.sockets) * plan.ramp * 1000);
  }
  setTimeout(() => sessions.askAll(), (plan.duration - plan.patience) * 1000);
  setTimeout(() => sessions.end(), plan.duration * 1000);
}
