import type { HttpHandler } from 'msw';
import { LoginRequest, type RegisterRequest, type User } from '../wire/auth.ts';
import { logoutAnswer, meAnswer, user } from './examples.ts';
import { type Asked, handle, type Reply } from './handler.ts';

/** A token that the mock takes for one of an open session, without a login. */
export const exampleToken = 'example';

/**
 * Handlers for the accounts and sessions of the api at `origin`, with a memory of their own: who registered may log
 * in, who logged out is refused. The pacts are verified against them as they are against the api.
 */
export function mockApi(origin: string): readonly HttpHandler[] {
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
  const ofSession =
    (answer: Reply) =>
    ({ token = '' }: Asked) => {
      const state = sessions.get(token);
      if (state === 'open') return answer;
      return state === 'ended' ? 'token_revoked' : 'token_invalid';
    };
  return [
    handle(origin, 'register', ({ body }) => {
      const { email, password } = body as RegisterRequest;
      if (passwords.has(email)) return 'email_taken';
      passwords.set(email, password);
      return open(201, email);
    }),
    handle(origin, 'login', ({ body }) => {
      const { email, password } = LoginRequest.parse(body);
      return passwords.get(email) === password ? open(200, email) : 'invalid_credentials';
    }),
    handle(origin, 'refresh', ({ request }) => {
      const cookie = /refresh_token=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? '';
      const accessToken = refreshTokens.get(cookie);
      if (accessToken === undefined || sessions.get(accessToken) !== 'open') return 'refresh_invalid';
      return { status: 200, body: { user, accessToken, expiresIn: 1800 }, cookie };
    }),
    handle(origin, 'logout', ({ token }) => {
      if (token !== undefined && sessions.has(token)) sessions.set(token, 'ended');
      return { status: 200, body: logoutAnswer() };
    }),
    handle(origin, 'me', ofSession({ status: 200, body: meAnswer })),
  ];
}
