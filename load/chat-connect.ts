import { vu } from 'k6/execution';
import type { Options } from 'k6/options';
import { setTimeout } from 'k6/timers';
import { targets } from './generated.ts';
import { endings } from './lib/closes.ts';
import type { CredentialKind } from './lib/credentials.ts';
import { createCounters, createFigures } from './lib/figures.ts';
import { type Claims, thresholdsOf } from './lib/judge.ts';
import { readPlan } from './lib/plan.ts';
import { connectCauses, createSessions, refusal } from './lib/sessions.ts';
import { type SummaryData, summarize } from './lib/summary.ts';
import { type Population, registerUsers } from './lib/users.ts';

/**
 * Sockets are opened over a short ramp and held to the end. Run it by `npm run load`, or by
 * `npx k6 run load/chat-connect.ts -e BASE_URL=http://127.0.0.1:8080`; -e SOCKETS=, DURATION=, USERS= change it.
 */
const plan = readPlan(__ENV);

/** Of ten sockets: six by single-use ticket, three by ?token=, one with a credential that must be refused. */
const mix = ['ticket', 'token', 'ticket', 'invalid', 'ticket', 'ticket', 'token', 'ticket', 'ticket', 'token'] as const;

const longest = plan.duration - plan.ramp;
const wanted = targets['chat/session-length'].bound.above;
const claims: Claims = {
  ...targets,
  'chat/session-length': {
    ...targets['chat/session-length'],
    notJudged: longest > wanted ? undefined : `sessions of ${longest} s cannot show it: -e DURATION=12m`,
  },
  [refusal]: { measure: 'share', bound: { atLeast: 1 }, leastSamples: 1 },
};
const add = createFigures(claims);
const counters = ['open_at_the_end', ...endings, ...connectCauses] as const;
const count = createCounters(counters);

export const options: Options = {
  scenarios: {
    'chat-connect': {
      executor: 'per-vu-iterations',
      vus: plan.vus,
      iterations: 1,
      maxDuration: `${plan.duration + 5}s`,
      gracefulStop: '0s',
    },
  },
  thresholds: thresholdsOf(claims),
  setupTimeout: '30s',
  // Load stays on this machine, also when an answer points elsewhere; its certificate is self-signed.
  maxRedirects: 0,
  insecureSkipTLSVerify: true,
  // Without `url` and `name`: they would carry the credential.
  systemTags: ['scenario', 'method', 'status', 'expected_response', 'error_code'],
  userAgent: 'holdfast-load',
};

export function setup(): Population {
  return plan.problem === undefined ? registerUsers(plan.baseUrl, plan.users) : { users: [], problem: plan.problem };
}

export default function chatConnect({ users }: Population): void {
  if (users.length === 0) return;
  const sessions = createSessions(plan, { add, count });
  for (let index = vu.idInTest - 1; index < plan.sockets; index += plan.vus) {
    const user = users[index % users.length];
    const kind: CredentialKind | undefined = mix[index % mix.length];
    if (user === undefined || kind === undefined) continue;
    setTimeout(() => void sessions.take({ index, kind, user }), (index / plan.sockets) * plan.ramp * 1000);
  }
  setTimeout(() => sessions.askAll(), (plan.duration - plan.patience) * 1000);
  setTimeout(() => sessions.end(), plan.duration * 1000);
}

export function handleSummary(data: SummaryData): Record<string, string> {
  return summarize({ script: 'chat-connect', plan, claims, counters }, data);
}
