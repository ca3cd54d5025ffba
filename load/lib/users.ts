import { batch, type RefinedResponse, type ResponseType } from 'k6/http';
import { paths, refreshCookie, testPassword } from '../generated.ts';
import { createCounters } from './figures.ts';
import type { Plan } from './plan.ts';

export interface User extends Grant {
  readonly email: string;
  readonly password: string;
}

/** What a login and a refresh are answered with. */
export interface Grant {
  readonly accessToken: string;
  /** Of the access token, in milliseconds since the epoch; never where that was not told. */
  readonly expiresAt: number;
  /** Rotated by each refresh; empty where there was none. In no result, log or tag. */
  readonly refreshToken: string;
}

/** What setup() hands to every VU and to the summary. */
export interface Population {
  readonly users: readonly User[];
  /** Why there are no users; then nothing is sent, and the verdict says why. */
  readonly problem?: string;
}

/** A password costs the api processor time: only so many at once. */
const atOnce = 10;

/** The fresh users of a run; none of a plan that cannot be run. */
export function populate({ problem, baseUrl, users, processes }: Plan): Population {
  return problem === undefined ? registerUsers(baseUrl, Math.ceil(users / processes)) : { users: [], problem };
}

/** The edge counts them too. */
export const loginCounters = ['logins'] as const;
const count = createCounters(loginCounters);

/** The same users, who log in again and again until each chat of this process has a session of its own. */
export function populateChats(plan: Plan): Population {
  const { users, problem } = populate(plan);
  if (problem !== undefined) return { users: [], problem };
  return logIn(plan.baseUrl, users, plan.sessions);
}

function logIn(baseUrl: string, users: readonly User[], wanted: number): Population {
  const sessions = [...users];
  const url = `${baseUrl}${paths.login}`;
  while (sessions.length < wanted) {
    const turn = Array.from({ length: Math.min(atOnce, wanted - sessions.length) }, (_, index) => {
      const { email = '', password = '' } = users[(sessions.length + index) % users.length] ?? {};
      return { email, password };
    });
    const answered = postAll(url, turn, 200);
    if ('problem' in answered) return { users: [], problem: `Failed to log a user in at ${answered.problem}` };
    sessions.push(...answered.users);
    for (const _ of answered.users) count('logins');
  }
  return { users: sessions };
}

interface Person {
  readonly email: string;
  readonly password: string;
}

/** Posts them at once; every one has to be answered with that status and a token. */
function postAll(
  url: string,
  people: readonly Person[],
  status: number,
): Pick<Population, 'users'> | { problem: string } {
  const answers = batch(
    people.map((person) => ({
      method: 'POST',
      url,
      body: JSON.stringify(person),
      params: { headers: { 'content-type': 'application/json' }, timeout: '5s' },
    })),
  );
  const users: User[] = [];
  for (const [index, answer] of answers.entries()) {
    const grant = answer.status === status ? grantIn(answer) : undefined;
    const person = people[index];
    if (grant === undefined || person === undefined) {
      return { problem: `${url}: ${answer.status === 0 ? answer.error : `it answered ${answer.status}`}.` };
    }
    users.push({ ...grant, ...person });
  }
  return { users };
}

/** Registers `count` fresh users; the first batch that fails ends it, so that a dead address costs one timeout. */
function registerUsers(baseUrl: string, count: number): Population {
  const users: User[] = [];
  const run = `${Date.now()}-${Math.floor(Math.random() * 1e9)}`;
  const url = `${baseUrl}${paths.register}`;
  for (let first = 0; first < count; first += atOnce) {
    const people = Array.from({ length: Math.min(atOnce, count - first) }, (_, index) => ({
      email: `load-${run}-${first + index}@holdfast.test`,
      password: `${testPassword}${run}${first + index}`,
    }));
    const answered = postAll(url, people, 201);
    if ('problem' in answered) return { users: [], problem: `Failed to register a user at ${answered.problem}` };
    users.push(...answered.users);
  }
  return { users };
}

/** Undefined without an access token. */
export function grantIn({ body, cookies }: RefinedResponse<ResponseType>): Grant | undefined {
  const accessToken = tokenIn(body);
  if (accessToken === undefined) return undefined;
  const { expiresIn = Number.POSITIVE_INFINITY } = JSON.parse(String(body)) as { readonly expiresIn?: number };
  const refreshToken = cookies[refreshCookie]?.[0]?.value ?? '';
  return { accessToken, refreshToken, expiresAt: Date.now() + expiresIn * 1000 };
}

/** The access token in an answer of the api; undefined where there is none. */
export function tokenIn(body: unknown): string | undefined {
  try {
    const { accessToken } = JSON.parse(String(body));
    return typeof accessToken === 'string' ? accessToken : undefined;
  } catch {
    return undefined;
  }
}
