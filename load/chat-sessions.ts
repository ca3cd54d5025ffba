import { vu } from 'k6/execution';
import { Trend } from 'k6/metrics';
import { setTimeout } from 'k6/timers';
import { targets } from './generated.ts';
import { createLengths, holdSeats, sessionClaims } from './lib/chat-run.ts';
import { createCounters, createFigures } from './lib/figures.ts';
import type { Claims } from './lib/judge.ts';
import { holding, optionsOf } from './lib/options.ts';
import { readPlan } from './lib/plan.ts';
import { createRounds, roundCounters } from './lib/rounds.ts';
import { createSessions, sessionCounters } from './lib/sessions.ts';
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
};
const counters = [...sessionCounters, ...roundCounters] as const;
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
      count,
    },
    `${began}-${first}`,
  );
  const sessions = createSessions(plan, {
    add,
    count,
    length,
    ready: (_, socket) => rounds.join(socket),
    lost: (_, socket) => rounds.leave(socket),
    answer: rounds.answer,
  });
  setTimeout(() => rounds.end(), plan.duration * 1000);
  holdSeats(plan, population, mix, sessions, sessions.take);
  const quiet = plan.ramp + 1;
  const arrivals = { rate: plan.rate, course: plan.course, length: plan.duration - plan.patience - quiet };
  rounds.start(began + quiet * 1000, arrivals, text, first, plan.vus);
}

export function handleSummary(data: SummaryData): Record<string, string> {
  return summarize({ script, plan, claims, counters, sessions: true, trends: ['sent_late'] }, data);
}
