import { scenario } from 'k6/execution';
import { get, post, type RefinedResponse } from 'k6/http';
import { paths, targets } from './generated.ts';
import { createCounters, createFigures } from './lib/figures.ts';
import type { Claims } from './lib/judge.ts';
import { arriving, optionsOf } from './lib/options.ts';
import { readPlan } from './lib/plan.ts';
import { noted } from './lib/requests.ts';
import { type SummaryData, summarize } from './lib/summary.ts';
import { type Population, populate, tokenIn } from './lib/users.ts';

/**
 * Login, a request, logout (by the page's address and by the api's in turn), and the same request again, which must
 * be refused; so many journeys a second, however long they take.
 */
const script = 'login-logout';
const plan = readPlan(__ENV);
const claims: Claims = {
  'session/auth-failures': targets['session/auth-failures'],
  'session/lives-on': targets['session/lives-on'],
  'session/broken-journeys': targets['session/broken-journeys'],
};
const counters = [
  'logins',
  'logins_refused',
  'logins_failed',
  'requests_refused',
  'requests_failed',
  'logouts_complete',
  'logouts_pending',
  'logouts_failed',
  'tokens_alive_after_logout',
  'tokens_not_judged_after_logout',
] as const;
const add = createFigures(claims);
const count = createCounters(counters);

export const options = optionsOf(arriving(script, plan), claims);
export const setup = () => populate(plan);

export default function loginLogout({ users }: Population): void {
  const index = scenario.iterationInTest;
  const user = users[index % users.length];
  if (user === undefined) return;
  add('session/broken-journeys', !journey(user.email, user.password, index % 2 === 0 ? paths.webLogout : paths.logout));
}

/** Whether each step was answered as documented. */
function journey(email: string, password: string, logoutPath: string): boolean {
  const login = noted(
    post(`${plan.baseUrl}${paths.login}`, JSON.stringify({ email, password }), {
      headers: { 'content-type': 'application/json' },
      timeout: '7s',
    }),
  );
  if (!authenticates(login, 'logins')) return false;
  count('logins');
  const token = tokenIn(login.body);
  if (token === undefined) return false;
  if (!authenticates(me(token), 'requests')) return false;
  const logout = noted(post(`${plan.baseUrl}${logoutPath}`, null, bearer(token)));
  const revocation = logout.status === 200 ? revocationIn(logout.body) : 'failed';
  count(`logouts_${revocation}`);
  if (revocation !== 'complete') return logout.status === 200;
  const after = me(token).status;
  if (after === 200) count('tokens_alive_after_logout');
  // What was not answered says nothing about the token.
  if (after !== 200 && after !== 401) count('tokens_not_judged_after_logout');
  else add('session/lives-on', after === 200);
  return after === 401;
}

function authenticates({ status }: RefinedResponse<'text'>, what: 'logins' | 'requests'): boolean {
  const refused = status === 401 || status === 403;
  if (refused) count(`${what}_refused`);
  else if (status !== 200) count(`${what}_failed`);
  if (status === 200 || refused) add('session/auth-failures', refused);
  return status === 200;
}

const me = (token: string) => noted(get(`${plan.baseUrl}${paths.me}`, bearer(token)));
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` }, timeout: '7s' });

function revocationIn(body: unknown): 'complete' | 'pending' | 'failed' {
  try {
    const { revocation } = JSON.parse(String(body));
    return revocation === 'complete' || revocation === 'pending' ? revocation : 'failed';
  } catch {
    return 'failed';
  }
}

export function handleSummary(data: SummaryData): Record<string, string> {
  return summarize({ script, plan, claims, counters, trends: ['http_req_duration'] }, data);
}
