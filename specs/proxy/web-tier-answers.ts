import { z } from 'zod';
import type { Client, Session } from '#fixtures/test.ts';

const longest = 2000;
const Logout = z.object({ revocation: z.string() });

interface Answered {
  /** `213 ms`, or that there was none within 2 s. */
  readonly took: string;
  readonly inTime: boolean;
  readonly status: number;
  readonly body: string;
  readonly setCookies: readonly string[];
}

/** What the web tier answers to a POST, if it does so within 2 s. */
export async function askWebTier(client: Client, path: string, request: object): Promise<Answered> {
  const began = performance.now();
  const answer = await client.post(path, { ...request, deadline: longest }).catch(() => undefined);
  if (answer === undefined)
    return { took: `no answer within ${longest} ms`, inTime: false, status: 0, body: '', setCookies: [] };
  const { status, body, setCookies } = answer;
  return { took: `${Math.round(performance.now() - began)} ms`, inTime: true, status, body, setCookies };
}

interface LoggedOut extends Answered {
  /** `200 failed, the session lives`: what was said, and what is true. */
  readonly truth: string;
  readonly cleared: boolean;
}

/** Logs a session out at the web tier and asks past it whether the session still lives. */
export async function logOutAtWebTier(client: Client, session: Session): Promise<LoggedOut> {
  const bearer = session.accessToken;
  const answered = await askWebTier(client, '/auth/logout', {
    bearer,
    cookie: `refresh_token=${session.refreshToken}`,
  });
  const said = answered.inTime ? Logout.safeParse(JSON.parse(answered.body)).data?.revocation : 'nothing';
  const { status } = await session.me();
  return {
    ...answered,
    truth: `${answered.status} ${said}, the session ${status === 200 ? 'lives' : `is answered ${status}`}`,
    cleared: answered.setCookies.some((line) => /^refresh_token=; .*Max-Age=0/i.test(line)),
  };
}
