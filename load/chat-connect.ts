import { createLengths, holdSeats, sessionClaims } from './lib/chat-run.ts';
import { createCounters, createFigures } from './lib/figures.ts';
import type { Claims } from './lib/judge.ts';
import { holding, optionsOf } from './lib/options.ts';
import { readPlan } from './lib/plan.ts';
import { createSessions, refusal, sessionCounters } from './lib/sessions.ts';
import { type SummaryData, summarize } from './lib/summary.ts';
import { type Population, populateChats } from './lib/users.ts';

/**
 * Sockets are opened over a short ramp and held to the end. Run it by `npm run load`, or by
 * `npx k6 run load/chat-connect.ts -e BASE_URL=http://127.0.0.1:8080`; -e PROFILE=, SOCKETS=, DURATION=, USERS=
 * change it.
 */
const script = 'chat-connect';
const plan = readPlan(__ENV);

/** Of ten sockets: six by single-use ticket, three by ?token=, one with a credential that must be refused. */
const mix = ['ticket', 'token', 'ticket', 'invalid', 'ticket', 'ticket', 'token', 'ticket', 'ticket', 'token'] as const;

const claims: Claims = {
  ...sessionClaims(plan),
  [refusal]: { measure: 'share', bound: { atLeast: 1 }, leastSamples: 1 },
};
const add = createFigures(claims);
const count = createCounters(sessionCounters);
const length = createLengths(plan);

export const options = optionsOf(holding(script, plan), claims);
export const setup = () => populateChats(plan);

export default function chatConnect(population: Population): void {
  if (population.users.length === 0) return;
  const sessions = createSessions(plan, { add, count, length });
  holdSeats(plan, population, mix, sessions, sessions.take);
}

export function handleSummary(data: SummaryData): Record<string, string> {
  return summarize({ script, plan, claims, counters: sessionCounters, sessions: true }, data);
}
