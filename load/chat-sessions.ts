import { vu } from 'k6/execution';
import { Trend } from 'k6/metrics';
import { setTimeout } from 'k6/timers';
import { targets } from './generated.ts';
import { createLengths, holdSeats, sessionClaims } from './lib/chat-run.ts';
import type { ChatSocket } from './lib/chat-socket.ts';
import { countersOf, createCrossings, crossingCounters, crossingLine } from './lib/crossings.ts';
import { disturbedAt, questionCounters } from './lib/disturbed.ts';
import { createCounters, createFigures } from './lib/figures.ts';
import type { Claims, Metrics } from './lib/judge.ts';
import { holding, optionsOf } from './lib/options.ts';
import { readPlan } from './lib/plan.ts';
import { createRefreshes, refreshCounters } from './lib/refreshes.ts';
import { createRounds, roundCounters } from './lib/rounds.ts';
import { createSessions, type Seat, sessionCounters } from './lib/sessions.ts';
import { type SummaryData, summarize } from './lib/summary.ts';
import { type Population, populateChats } from './lib/users.ts';

/**
 * Chats are opened over the ramp; then so many messages a second are sent over them, in turn, whether or not those
 * before were answered. The round trip is from when a message was due to its first delta, so that a stalled system or
 * a late generator costs its whole delay. k6's own arrival-rate executors cannot do it: a socket does not outlive the
 * iteration that opened it.
 */
const script = 'chat-sessions';
const plan = readPlan(__ENV);

/** The stand-in answers at once; a real model sees words. */
const text = __ENV['MESSAGE'] ?? `How long is a session? [[tokens=${plan.tokens} interval=0]]`;
/** Messages a second that the round trip's target is about. */
const judgedFrom = 500;
const mix = ['ticket', 'token'] as const;
const claims: Claims = {
  ...sessionClaims(plan),
  'chat/round-trip': {
    ...targets['chat/round-trip'],
    notJudged: plan.rate >= judgedFrom ? undefined : `judged from ${judgedFrom} messages a second on`,
  },
  'chat/unanswered': targets['chat/unanswered'],
  ...crossingClaims(),
};
const counters = [
  ...sessionCounters,
  ...roundCounters,
  ...refreshCounters,
  ...crossingCounters,
  ...questionCounters,
] as const;
const add = createFigures(claims);
const count = createCounters(counters);
const length = createLengths(plan);
const late = new Trend('sent_late');

export const options = optionsOf(holding(script, plan), claims);
export const setup = () => populateChats(plan);

export default function chatSessions(population: Population): void {
  if (population.users.length === 0) return;
  const first = vu.idInTest - 1;
  const began = Date.now();
  const rounds = createRounds(
    {
      roundTrip(milliseconds, answered) {
        if (milliseconds > 0 || answered) add('chat/round-trip', milliseconds);
        add('chat/unanswered', !answered);
      },
      late: (milliseconds) => late.add(milliseconds),
      spoke: (socket) => crossings?.spoke(socket),
      count,
    },
    `${began}-${first}`,
  );
  const { crosses } = plan;
  const crossings = crosses === undefined ? undefined : createCrossings<Seat, ChatSocket>(crosses);
  const refreshes =
    crosses === undefined
      ? undefined
      : createRefreshes(plan, crosses.refreshEvery, {
          count,
          settled(seat, granted) {
            add('session/failed-refreshes', !granted);
            if (granted) crossings?.refreshed(seat);
          },
        });
  let reloadedAt: number | undefined;
  const sessions = createSessions(plan, {
    add,
    count,
    length,
    ready(seat, socket) {
      rounds.join(socket);
      crossings?.ready(seat, socket);
    },
    lost(_, socket) {
      rounds.leave(socket);
      crossings?.lost(socket);
      if (crossings !== undefined) add('chat/falls-short', true);
    },
    kept(_, socket) {
      if (crossings === undefined) return;
      const crossed = countersOf(crossings.crossed(socket, reloadedAt));
      for (const name of crossed) count(name);
      add('chat/falls-short', !crossed.includes('crossed_all'));
    },
    answer: rounds.answer,
  });
  setTimeout(() => rounds.end(), plan.duration * 1000);
  holdSeats(plan, population, mix, sessions, (seat) => {
    refreshes?.start(seat);
    return sessions.take(seat);
  });
  const { DISTURBED } = __ENV;
  const ask = () => {
    count('questions_to_the_harness');
    void disturbedAt(DISTURBED ?? '').then((at) => (reloadedAt = at));
  };
  if (crosses?.reload === true) setTimeout(ask, (plan.duration - plan.patience) * 1000);
  const quiet = plan.ramp + 1;
  const arrivals = { rate: plan.rate, course: plan.course, length: plan.duration - plan.patience - quiet };
  rounds.start(began + quiet * 1000, arrivals, text, first, plan.vus);
}

function crossingClaims(): Claims {
  if (plan.crosses === undefined) return {};
  const { reload } = plan.crosses;
  return {
    'session/failed-refreshes': targets['session/failed-refreshes'],
    'chat/falls-short': {
      ...targets['chat/falls-short'],
      notJudged: reload ? undefined : 'nobody reloads the edge: `npm run load` does, of a system of its own',
    },
  };
}

function crossedIn(metrics: Metrics) {
  const counts = Object.fromEntries(counters.map((name) => [name, metrics[name]?.values['count']]));
  return { lines: plan.crosses === undefined ? [] : [crossingLine(plan.crosses, counts)] };
}

export function handleSummary(data: SummaryData): Record<string, string> {
  return summarize({ script, plan, claims, counters, sessions: true, trends: ['sent_late'], more: crossedIn }, data);
}
