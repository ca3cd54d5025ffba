import { setTimeout } from 'k6/timers';
import { targets } from './generated.ts';
import { type Bins, createBins, readBins } from './lib/bins.ts';
import { createLengths, holdSeats, sessionClaims } from './lib/chat-run.ts';
import { comebackCounters, createComebacks } from './lib/comebacks.ts';
import { createCounters, createFigures } from './lib/figures.ts';
import { histogram } from './lib/histogram.ts';
import type { Claims, Metrics } from './lib/judge.ts';
import { holding, optionsOf } from './lib/options.ts';
import { readPlan } from './lib/plan.ts';
import { createSessions, sessionCounters } from './lib/sessions.ts';
import { type SummaryData, summarize } from './lib/summary.ts';
import { type Population, populateChats } from './lib/users.ts';

/**
 * Sockets are held while somebody restarts the chat or the edge, or cuts a Link: `npm run load -- reconnect-storm`
 * does it half-way, by hand any moment after the ramp will do. Tells how many clients came back in which 100 ms.
 */
const script = 'reconnect-storm';
const plan = readPlan(__ENV);
const mix = ['ticket', 'token'] as const;
const binMilliseconds = 100;
const bins: Bins = { name: 'back_after', count: 150, width: binMilliseconds };

const { 'chat/abnormal-closes': abnormal, ...others } = sessionClaims(plan);
const claims: Claims = {
  'chat/connects': others['chat/connects'] ?? targets['chat/connects'],
  'chat/auth-failures': others['chat/auth-failures'] ?? targets['chat/auth-failures'],
  'chat/abnormal-closes': {
    ...(abnormal ?? targets['chat/abnormal-closes']),
    notJudged: __ENV['ABNORMAL'] === 'expected' ? 'what was done to the system ends sockets without a word' : undefined,
  },
  'chat/session-length': { ...targets['chat/session-length'], notJudged: 'sessions are ended on purpose' },
  'chat/stays-away': targets['chat/stays-away'],
};
const counters = [...sessionCounters, ...comebackCounters] as const;
const add = createFigures(claims);
const count = createCounters(counters);
const length = createLengths(plan);
const binned = createBins(bins);

export const options = optionsOf(holding(script, plan), claims);
export const setup = () => populateChats(plan);

export default function reconnectStorm(population: Population): void {
  if (population.users.length === 0) return;
  const comebacks = createComebacks(
    {
      back(milliseconds) {
        binned(milliseconds);
        add('chat/stays-away', false);
      },
      away: () => add('chat/stays-away', true),
      count,
    },
    Date.now() + (plan.duration - 1) * 1000,
  );
  const sessions = createSessions(plan, { add, count, length });
  setTimeout(() => comebacks.end(), plan.duration * 1000);
  // Only first connects are judged as connects: a system that is down cannot let anybody in.
  holdSeats(plan, population, mix, sessions, async (seat) => {
    const result = await sessions.connect(seat, () => {
      comebacks.lost(seat);
      comebacks.retry(seat, sessions);
    });
    sessions.noteConnect(result);
  });
}

function comebacksIn(metrics: Metrics) {
  const back = readBins(bins, metrics);
  const most = Math.max(...back);
  return { lines: histogram(back, binMilliseconds), comebacks: { binMilliseconds, bins: back, most } };
}

export function handleSummary(data: SummaryData): Record<string, string> {
  return summarize({ script, plan, claims, counters, sessions: true, more: comebacksIn }, data);
}
