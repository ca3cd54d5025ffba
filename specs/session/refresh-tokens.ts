import { SessionAnswer } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import type { Client } from '#fixtures/test.ts';

interface Refreshed {
  readonly status: number;
  /** What the client was given; undefined when it was refused. */
  readonly refreshToken: string | undefined;
  readonly accessToken: string | undefined;
}

/** Asks for a new access token, as a tab does that holds this refresh token. */
export async function refreshWith(client: Client, refreshToken: string): Promise<Refreshed> {
  const answer = await client.post(paths.refresh, { cookie: `refresh_token=${refreshToken}` });
  const [given] = answer.setCookies.flatMap((line) => /^refresh_token=([^;]+)/.exec(line)?.[1] ?? []);
  return {
    status: answer.status,
    refreshToken: given,
    accessToken: answer.status === 200 ? answer.json(SessionAnswer).accessToken : undefined,
  };
}

/** Status of GET /api/auth/me with that access token. */
export async function statusOfMe(client: Client, bearer: string | undefined): Promise<number> {
  return (await client.get(paths.me, { bearer })).status;
}
