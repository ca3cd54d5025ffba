import type { HttpHandler } from 'msw';
import { LoginRequest, type RegisterRequest, type User } from '../wire/auth.ts';
import { logoutAnswer, meAnswer, user } from './examples.ts';
import { type Asked, handle, type Reply } from './handler.ts';
import type { Store } from './states.ts';

/** A token that the mock takes for one of an open session, without a login. */
export const exampleToken = 'example';

/**
 * Handlers for the accounts and sessions of the api at `origin`, with a memory of their own: who registered may log
 * in, who logged out is refused, and nobody is let in while a store is in `away`. The pacts are verified against them
 * as they are against the api.
 */
export function mockApi(origin: string, away: ReadonlySet<Store> = new Set()): readonly HttpHandler[] {
  const passwords = new Map<string, string>();
  /** Value of the refresh cookie -> its access token. */
  const refreshTokens = new Map<string, string>();
  const sessions = new Map<string, 'open' | 'ended'>([[exampleToken, 'open']]);

  const open = (status: number, email: string): Reply => {
    const accessToken = `${exampleToken}-${sessions.size}`;
    const cookie = `refresh-${sessions.size}`;
    sessions.set(accessToken, 'open');
    refreshTokens.set(cookie, accessToken);
    const owner: User = { ...user, email };
    return { status, body: { user: owner, accessToken, expiresIn: 1800 }, cookie };
  };
  /** Without `stores` there is no other answer than that they are away. */
  const needing =
    (stores: readonly Store[], answer: (asked: Asked) => Reply) =>
    (asked: Asked): Reply =>
      stores.some((store) => away.has(store)) ? 'store_unavailable' : answer(asked);
  const ofSession =
    (answer: Reply) =>
    ({ token = '' }: Asked) => {
      const state = sessions.get(token);
      if (state === 'open') return answer;
      return state === 'ended' ? 'token_revoked' : 'token_invalid';
    };
  const register = ({ body }: Asked): Reply => {
    const { email, password } = body as RegisterRequest;
    if (passwords.has(email)) return 'email_taken';
    passwords.set(email, password);
    return open(201, email);
  };
  const login = ({ body }: Asked): Reply => {
    const { email, password } = LoginRequest.parse(body);
    return passwords.get(email) === password ? open(200, email) : 'invalid_credentials';
  };
  const refresh = ({ request }: Asked): Reply => {
    const cookie = /refresh_token=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? '';
    const accessToken = refreshTokens.get(cookie);
    if (accessToken === undefined || sessions.get(accessToken) !== 'open') return 'refresh_invalid';
    return { status: 200, body: { user, accessToken, expiresIn: 1800 }, cookie };
  };
  const logout = ({ token }: Asked): Reply => {
    if (token === undefined || !sessions.has(token)) return { status: 200, body: logoutAnswer() };
    if (away.has('postgres')) return { status: 200, body: logoutAnswer('failed') };
    sessions.set(token, 'ended');
    return { status: 200, body: logoutAnswer(away.has('redis') ? 'pending' : 'complete') };
  };
  return [
    handle(origin, 'register', needing(['postgres'], register)),
    handle(origin, 'login', needing(['postgres', 'redis'], login)),
    handle(origin, 'refresh', needing(['postgres', 'redis'], refresh)),
    handle(origin, 'logout', logout),
    handle(origin, 'me', needing(['postgres', 'redis'], ofSession({ status: 200, body: meAnswer }))),
  ];
}
