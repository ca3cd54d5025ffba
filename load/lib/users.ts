import { post } from 'k6/http';
import { paths, testPassword } from '../generated.ts';

export interface User {
  readonly accessToken: string;
}

/** What setup() hands to every VU and to the summary. */
export interface Population {
  readonly users: readonly User[];
  /** Why there are no users; then no socket is opened, and the verdict says why. */
  readonly problem?: string;
}

/** Registers `count` fresh users; the first that fails ends it, so that a dead address costs one timeout. */
export function registerUsers(baseUrl: string, count: number): Population {
  const users: User[] = [];
  const run = `${Date.now()}-${Math.floor(Math.random() * 1e9)}`;
  for (let index = 0; index < count; index++) {
    const body = { email: `load-${run}-${index}@holdfast.test`, password: `${testPassword}${run}${index}` };
    const answer = post(`${baseUrl}${paths.register}`, JSON.stringify(body), {
      headers: { 'content-type': 'application/json' },
      timeout: '5s',
    });
    const accessToken = answer.status === 201 ? tokenIn(answer.body) : undefined;
    if (accessToken === undefined) {
      const reason = answer.status === 0 ? answer.error : `it answered ${answer.status}`;
      return { users: [], problem: `Failed to register a user at ${baseUrl}${paths.register}: ${reason}.` };
    }
    users.push({ accessToken });
  }
  return { users };
}

function tokenIn(body: unknown): string | undefined {
  try {
    const { accessToken } = JSON.parse(String(body));
    return typeof accessToken === 'string' ? accessToken : undefined;
  } catch {
    return undefined;
  }
}
