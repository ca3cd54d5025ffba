import type { IncomingHttpHeaders } from 'node:http';
import { paths } from '#contracts/wire/paths.ts';
import { type Client, freshCredentials, type Session, until } from '#fixtures/test.ts';

/** Longest wait for an answer, in milliseconds. */
export const longest = 2000;

export const tokens = ['revoked', 'valid', 'no'] as const;
export type Token = (typeof tokens)[number];
export type Action = 'me' | 'login' | 'refresh' | 'logout' | 'SSE start' | 'WebSocket start' | 'sign-up';

/** Sessions of one user, each used for what would end or change it. */
export interface Sessions {
  readonly credentials: { readonly email: string; readonly password: string };
  readonly document: string;
  readonly lasting: Session;
  readonly refreshing: Session;
  readonly leaving: Session;
  readonly gone: Session;
}

export async function openSessions(client: Client): Promise<Sessions> {
  const { credentials, ...lasting } = await client.register();
  const [refreshing, leaving, gone, document] = await Promise.all([
    client.login(credentials),
    client.login(credentials),
    client.login(credentials),
    lasting.createDocument('Outage'),
  ]);
  await gone.logout();
  return { credentials, document: document.id, lasting, refreshing, leaving, gone };
}

/** One request of the table, and what it was answered. */
export interface Cell {
  readonly action: Action;
  readonly token: Token;
  /** Status with error code or revocation; close code; `ready`; or that there was no answer. */
  readonly said: string;
  /** What a 503 advises. */
  readonly advice: string;
  readonly took: number;
}

/** Asks all cells at once. */
export function askAll(client: Client, sessions: Sessions): Promise<Cell[]> {
  const { credentials, document, lasting, refreshing, leaving, gone } = sessions;
  const held = (token: Token, valid: Session) => ({ revoked: gone, valid, no: undefined })[token];
  const bearerOf = (session: Session | undefined) => ({ bearer: session?.accessToken, deadline: longest });
  const cookieOf = (session: Session | undefined) =>
    session === undefined ? {} : { cookie: `refresh_token=${session.refreshToken}` };
  const asks: Readonly<Record<Action, (token: Token) => Promise<Said>>> = {
    me: async (token) => tell(await client.get(paths.me, bearerOf(held(token, lasting)))),
    login: async (token) =>
      tell(await client.post(paths.login, { ...bearerOf(held(token, lasting)), json: credentials })),
    refresh: async (token) =>
      tell(await client.post(paths.refresh, { ...cookieOf(held(token, refreshing)), deadline: longest })),
    logout: async (token) => {
      const session = held(token, leaving);
      return tell(await client.post(paths.logout, { ...bearerOf(session), ...cookieOf(session) }));
    },
    'SSE start': (token) => startOfStream(client, document, bearerOf(held(token, lasting))),
    'WebSocket start': (token) => startOfSocket(client, held(token, lasting)?.accessToken),
    'sign-up': async (token) =>
      tell(await client.post(paths.register, { ...bearerOf(held(token, lasting)), json: freshCredentials() })),
  };
  const ask = async (action: Action, token: Token): Promise<Cell> => {
    const began = performance.now();
    const said = await asks[action](token).catch((error: unknown) => ({ said: failure(error), advice: '' }));
    return { action, token, ...said, took: Math.round(performance.now() - began) };
  };
  return Promise.all(tokens.flatMap((token) => (Object.keys(asks) as Action[]).map((action) => ask(action, token))));
}

type Said = Pick<Cell, 'said' | 'advice'>;

function tell({ status, body, headers }: { status: number; body: string; headers: IncomingHttpHeaders }): Said {
  const { error, message, revocation } = headers['content-type']?.includes('json') === true ? JSON.parse(body) : {};
  const detail = error ?? revocation;
  return {
    said: detail === undefined ? String(status) : `${status} ${detail}`,
    advice: status === 503 ? `${message}; Retry-After: ${headers['retry-after'] ?? 'nothing'}` : '',
  };
}

export async function startOfStream(
  client: Client,
  document: string,
  request: { bearer: string | undefined; deadline: number },
): Promise<Said> {
  await using stream = await client.stream(document, 'hello', request);
  if (stream.status !== 200) await stream.untilEnd(longest);
  return tell({ status: stream.status, headers: stream.headers, body: stream.body() });
}

export async function startOfSocket(client: Client, token: string | undefined): Promise<Said> {
  await using socket = client.socket(token === undefined ? '' : `?token=${token}`);
  const isReady = () => socket.messages.some(({ type }) => type === 'ready') && 'ready';
  const said = await until(() => socket.closed()?.code ?? isReady(), { what: noAnswer, deadline: longest });
  return { said: String(said), advice: '' };
}

const noAnswer = 'an answer';

/** Clients put it in different words. */
function failure(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /no answer|Failed to see an answer/.test(text) ? `no answer within ${longest} ms` : text;
}
