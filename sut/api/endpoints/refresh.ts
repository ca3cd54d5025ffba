import { paths } from '#contracts/wire/paths.ts';
import { sha256 } from '../../common/tokens.ts';
import { ApiError } from '../http/api-error.ts';
import { admit } from '../revocation/gate.ts';
import { type Endpoint, noted } from './endpoint.ts';
import { answerGrant } from './grant.ts';

export const refresh: Endpoint = {
  method: 'POST',
  url: paths.refresh,
  body: 'ignored',
  foreignPages: 'refused',
  async handle(call) {
    const { parts, request } = call;
    const token = parts.refreshCookie.read(request.headers.cookie);
    if (token === undefined) throw new ApiError('refresh_invalid');
    const sessionId = await parts.sessions.of(token);
    if (sessionId === undefined) throw new ApiError('refresh_invalid');
    // Asked before the rotation: a token that was used up for an answer of 503 would look stolen later.
    await admit(parts, sha256(token), sessionId).catch((error: unknown) => {
      throw error instanceof ApiError ? new ApiError('refresh_invalid') : error;
    });
    const rotation = await parts.sessions.rotate(token);
    switch (rotation.outcome) {
      case 'refused':
        throw new ApiError('refresh_invalid');
      case 'reused':
        await parts.endSession(parts, { sessionId: rotation.sessionId });
        noted(call, { event: 'token.reuse', userId: rotation.userId, sessionId: rotation.sessionId });
        throw new ApiError('refresh_invalid');
      case 'granted': {
        const { grant } = rotation;
        noted(call, { event: 'token.refreshed', userId: grant.user.id, sessionId: grant.sessionId });
        return answerGrant(call, grant);
      }
    }
  },
};
