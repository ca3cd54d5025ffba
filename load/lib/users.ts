import { batch } from 'k6/http';
import { paths, testPassword } from '../generated.ts';
import type { Plan } from './plan.ts';

export interface User {
  readonly accessToken: string;
  readonly email: string;
  readonly password: string;
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
export function populate({ problem, baseUrl, users }: Plan): Population {
  return problem === undefined ? registerUsers(baseUrl, users) : { users: [], problem };
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
    const answers = batch(
      people.map((person) => ({
        method: 'POST',
        url,
        body: JSON.stringify(person),
        params: { headers: { 'content-type': 'application/json' }, timeout: '5s' },
      })),
    );
    for (const [index, answer] of answers.entries()) {
      const accessToken = answer.status === 201 ? tokenIn(answer.body) : undefined;
      const person = people[index];
      if (accessToken === undefined || person === undefined) {
        const reason = answer.status === 0 ? answer.error : `it answered ${answer.status}`;
        return { users: [], problem: `Failed to register a user at ${url}: ${reason}.` };
      }
      users.push({ accessToken, ...person });
    }
  }
  return { users };
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
