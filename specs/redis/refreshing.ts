import { SessionAnswer } from '#contracts/wire/auth.ts';
import { ErrorAnswer } from '#contracts/wire/errors.ts';
import { paths } from '#contracts/wire/paths.ts';
import { type Client, type Session, until } from '#fixtures/test.ts';

/** Refreshes one session again and again, each time with what the last refresh gave. */
export interface Refreshing {
  /** The newest access token. */
  readonly bearer: () => string;
  /** Answers `200`, or the refusal as `401 refresh_invalid`. */
  refresh(): Promise<string>;
}

export function refreshing(client: Client, { accessToken, refreshToken }: Session): Refreshing {
  let bearer = accessToken;
  let cookie = refreshToken;
  return {
    bearer: () => bearer,
    async refresh() {
      const answer = await client.post(paths.refresh, { cookie: `refresh_token=${cookie}` });
      if (answer.status !== 200) return `${answer.status} ${answer.json(ErrorAnswer).error}`;
      bearer = answer.json(SessionAnswer).accessToken;
      const next = answer.setCookies.map((line) => /^refresh_token=([^;]+)/.exec(line)?.[1]).find(Boolean);
      cookie = next ?? cookie;
      return '200';
    },
  };
}

/** Every `everyMs` from now on until `forMs` have passed; yields the milliseconds since. */
export async function* ticks(everyMs: number, forMs: number): AsyncGenerator<number> {
  const began = performance.now();
  const passed = () => performance.now() - began;
  for (let next = everyMs; next <= forMs; next += everyMs) {
    await until(() => passed() >= next, { what: 'the next activity', deadline: 2 * everyMs });
    yield passed();
  }
}
