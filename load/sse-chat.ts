import { scenario } from 'k6/execution';
import { post } from 'k6/http';
import { Trend } from 'k6/metrics';
import { paths, targets } from './generated.ts';
import { readAnswer } from './lib/events.ts';
import { createCounters, createFigures } from './lib/figures.ts';
import type { Claims } from './lib/judge.ts';
import { arriving, optionsOf } from './lib/options.ts';
import { readPlan } from './lib/plan.ts';
import { noted } from './lib/requests.ts';
import { type SummaryData, summarize } from './lib/summary.ts';
import { type Population, populate, type User } from './lib/users.ts';

/**
 * So many streams a second, each read to its end. k6 hands out a body only when it is complete: so this judges whether
 * streams are whole, and how long until their head and their end; not when a delta came, whether they were buffered on
 * the way, nor resuming by Last-Event-ID. The specs of the area `stream` judge those.
 */
const script = 'sse-chat';
const plan = readPlan(__ENV);
const text = __ENV['MESSAGE'] ?? 'How long is a session? [[tokens=8 interval=10]]';
const claims: Claims = {
  'stream/broken': targets['stream/broken'],
  'session/auth-failures': targets['session/auth-failures'],
};
const counters = [
  'streams_whole',
  'streams_refused',
  'streams_failed',
  'streams_broken',
  'streams_of_another_type',
] as const;
const add = createFigures(claims);
const count = createCounters(counters);
const head = new Trend('until_the_head');
const whole = new Trend('until_the_end');

interface Reader extends User {
  readonly document: string;
}

export const options = optionsOf(arriving(script, plan), claims);

export function setup(): Population & { readonly users: readonly Reader[] } {
  const { users, problem } = populate(plan);
  const readers: Reader[] = [];
  for (const user of users) {
    const answer = post(`${plan.baseUrl}${paths.documents}`, JSON.stringify({ title: 'load' }), jsonOf(user));
    if (answer.status !== 201) {
      return { users: [], problem: `Failed to create a document: ${paths.documents} answered ${answer.status}.` };
    }
    readers.push({ ...user, document: String(answer.json('id')) });
  }
  return { users: readers, ...(problem === undefined ? {} : { problem }) };
}

export default function sseChat({ users }: { readonly users: readonly Reader[] }): void {
  const user = users[scenario.iterationInTest % users.length];
  if (user === undefined) return;
  const url = `${plan.baseUrl}${paths.documentStream.replace('{id}', user.document)}`;
  // Without `name` the address, and the document in it, would tag every metric.
  const { status, headers, body, timings } = noted(
    post(url, JSON.stringify({ message: text }), { ...jsonOf(user), tags: { name: 'stream' }, timeout: '30s' }),
  );
  const refused = status === 401 || status === 403;
  if (refused || status === 200) add('session/auth-failures', refused);
  const outcome = refused
    ? 'streams_refused'
    : status !== 200
      ? 'streams_failed'
      : !/^text\/event-stream/.test(headers['Content-Type'] ?? '')
        ? 'streams_of_another_type'
        : readAnswer(String(body)).broken === undefined
          ? 'streams_whole'
          : 'streams_broken';
  count(outcome);
  add('stream/broken', outcome !== 'streams_whole');
  if (status !== 200) return;
  head.add(timings.waiting);
  whole.add(timings.duration);
}

const jsonOf = ({ accessToken }: User) => ({
  headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
  timeout: '5s',
});

export function handleSummary(data: SummaryData): Record<string, string> {
  return summarize({ script, plan, claims, counters, trends: ['until_the_head', 'until_the_end'] }, data);
}
