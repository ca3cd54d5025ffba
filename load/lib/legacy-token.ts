import { asyncRequest, CookieJar } from 'k6/http';
import { type legacy, paths } from '../generated.ts';
import type { Handshake } from './chat-socket.ts';
import { tokenIn, type User } from './users.ts';

type Clients = typeof legacy.clients;
export type Transport = keyof Clients['transports'];
export type Format = keyof Clients['formats'];

/** A token of that format, which is a matter of who issues it; undefined when there is none to be had. */
export async function tokenOf(
  format: Format,
  user: User,
  baseUrl: string,
  loggedIn: () => void,
): Promise<string | undefined> {
  if (format === 'unified') return user.accessToken;
  // Its own: the cookies of one client are not those of another.
  const params = { jar: new CookieJar(), headers: { 'content-type': 'application/json' }, timeout: '7s' };
  const { email, password } = user;
  const login = await asyncRequest('POST', `${baseUrl}${paths.login}`, JSON.stringify({ email, password }), params);
  if (login.status === 200) loggedIn();
  if (format === 'oauth') return tokenIn(login.body);
  const refresh = await asyncRequest('POST', `${baseUrl}${paths.refresh}`, null, params);
  return tokenIn(refresh.body);
}

/** Where the old chat's clients put their token. */
export function placed(token: string, transport: Transport): Handshake & { readonly query: string } {
  switch (transport) {
    case 'query':
      return { query: `?token=${token}` };
    case 'subprotocol':
      // The report's page offered its token alone, which only an echo of the token could open. With "chat.v1" beside
      // it (W-05) it is the missing selection that fails, and can be left out.
      return { query: '', protocols: ['chat.v1', `Bearer.${token}`] };
    case 'authorization':
      return { query: '', headers: { Authorization: `Bearer ${token}` } };
    default:
      return { query: '', headers: { 'X-Auth-Token': token } };
  }
}
