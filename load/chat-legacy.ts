import { vu } from 'k6/execution';
import { setTimeout } from 'k6/timers';
import { legacy } from './generated.ts';
import { createLengths, sessionClaims } from './lib/chat-run.ts';
import { createCounters, createFigures } from './lib/figures.ts';
import { createLegacySessions, legacyCounters } from './lib/legacy-sessions.ts';
import { combine, equalised, wholeRounds } from './lib/mix.ts';
import { holding, optionsOf } from './lib/options.ts';
import { readPlan } from './lib/plan.ts';
import { type SummaryData, summarize } from './lib/summary.ts';
import { type Population, populate } from './lib/users.ts';

/**
 * The clients of report 4's old chat, in the shares of `contracts/catalogue/legacy.ts`, or with -e SHARES=equal in
 * equal ones. Their chat is planted: `npm run load -- --compare` runs both. Against another chat they show what would
 * become of clients that nobody updated.
 */
const script = 'chat-legacy';
const plan = readPlan(__ENV);
const shares = __ENV['SHARES'] === 'equal' ? equalised(legacy.clients) : legacy.clients;
/** Of a part of a round the largest shares would have too much. */
const seats = combine(shares, wholeRounds(shares, plan.sockets));

const claims = sessionClaims(plan);
const add = createFigures(claims);
const count = createCounters(legacyCounters);
const length = createLengths(plan);

export const options = optionsOf(holding(script, plan), claims);
export const setup = () => populate(plan);

export default function chatLegacy({ users }: Population): void {
  if (users.length === 0) return;
  const sessions = createLegacySessions(plan, { add, count, length });
  for (let index = vu.idInTest - 1; index < seats.length; index += plan.vus) {
    const user = users[index % users.length];
    const seat = seats[index];
    if (user === undefined || seat === undefined) continue;
    const { transports: transport, formats: format, activity } = seat;
    const one = { index, user, transport, format, busy: activity === 'busy' };
    setTimeout(() => void sessions.take(one), (index / seats.length) * plan.ramp * 1000);
  }
  setTimeout(() => sessions.askAll(), (plan.duration - plan.patience) * 1000);
  setTimeout(() => sessions.end(), plan.duration * 1000);
}

export function handleSummary(data: SummaryData): Record<string, string> {
  return summarize({ script, plan, claims, counters: legacyCounters, sessions: true }, data);
}
