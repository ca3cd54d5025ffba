import type { LogoutAnswer } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { sha256 } from '../../common/tokens.ts';
import type { Parts } from '../parts.ts';
import type { Ended } from '../revocation/end-session.ts';
import type { Ending } from '../revocation/ledger.ts';
import { type Call, type Endpoint, noted } from './endpoint.ts';

/** Answers 200 to every token, body and outage of its own pages; what was not done is said in `revocation`. */
export const logout: Endpoint = {
  method: 'POST',
  url: paths.logout,
  body: 'ignored',
  foreignPages: 'refused',
  async handle(call): Promise<LogoutAnswer> {
    const { parts, request, reply } = call;
    reply.header('set-cookie', parts.refreshCookie.clear(parts.client.secure(request)));
    const revocation = await end(call).catch((err: unknown) => {
      request.log.error({ err }, 'a logout failed');
      return 'failed' as const;
    });
    parts.metrics.logout(revocation);
    return { success: true, message: 'Successfully logged out', revocation };
  },
};

async function end(call: Call): Promise<Ended['revocation']> {
  const { parts } = call;
  const ending = await endingOf(call);
  if (ending === undefined) return 'complete';
  const { revocation, userId } = await parts.endSession(parts, ending);
  noted(call, { event: 'user.logout', userId, sessionId: ending.sessionId });
  return revocation;
}

/** The session as the access token names it, also an expired one, and as the refresh cookie does. */
async function endingOf({ parts, request }: Call): Promise<Ending | undefined> {
  const named = await namedBy(parts, parts.credentials.of(request.headers, undefined));
  const refreshToken = parts.refreshCookie.read(request.headers.cookie);
  if (named === undefined && refreshToken === undefined) return undefined;
  return { ...named, ...(refreshToken === undefined ? {} : { refreshHash: sha256(refreshToken) }) };
}

async function namedBy(parts: Parts, token: string | undefined): Promise<Ending | undefined> {
  if (token === undefined) return undefined;
  const verified = await parts.tokens.verify(token, parts.settings.SESSION_MAX_AGE);
  if ('refusal' in verified) return undefined;
  const { session_id, exp } = verified.claims;
  return { sessionId: session_id, tokenHash: sha256(token), tokenExpiresAt: exp };
}
