import type { SessionAnswer } from '#contracts/wire/auth.ts';
import type { Grant } from '../auth/sessions.ts';
import { ApiError } from '../http/api-error.ts';
import type { Call } from './endpoint.ts';

/** Hands a grant to the client: the refresh token as a cookie, a new access token in the answer. */
export async function answerGrant({ parts, request, reply }: Call, grant: Grant): Promise<SessionAnswer> {
  const expiresIn = Math.round(Math.min(parts.settings.JWT_EXPIRES_IN, grant.sessionLife));
  if (expiresIn < 1) throw new ApiError('refresh_invalid');
  const accessToken = await parts.tokens.issue(grant.user, grant.sessionId, expiresIn);
  reply.header(
    'set-cookie',
    parts.refreshCookie.set(grant.refreshToken, grant.refreshLife, parts.client.secure(request)),
  );
  return { user: grant.user, accessToken, expiresIn };
}
