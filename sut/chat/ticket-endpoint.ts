import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorCode } from '#contracts/wire/errors.ts';
import type { Logger } from '../common/log.ts';
import { identify } from './authenticate.ts';
import type { Refusal } from './closing.ts';
import { applyCors } from './cors.ts';
import type { Credential } from './credential.ts';
import { sendError, sendJson } from './exchange.ts';
import type { ChatParts } from './parts.ts';

/** POST /tickets: a single-use ticket for the bearer of an access token in the header, and only there. */
export async function answerTickets(
  parts: ChatParts,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  log: Logger,
): Promise<void> {
  if (applyCors(parts.origins, request, response)) return;
  response.setHeader('cache-control', 'no-store');
  if (request.method !== 'POST') return sendError(response, 'not_found', requestId);
  try {
    const admission = await identify(parts, headerCredential(parts, request));
    if ('refusal' in admission) return sendError(response, errorOf(admission.refusal), requestId);
    const { identity } = admission;
    const blacklisted = await parts.blacklist.ask(identity.tokenHash, identity.sessionId);
    if (blacklisted === 'revoked') return sendError(response, 'token_revoked', requestId);
    if (blacklisted === 'unknown') return sendError(response, 'store_unavailable', requestId);
    sendJson(response, 200, await parts.tickets.issue(identity));
  } catch (err) {
    log.warn({ err, requestId }, 'a ticket could not be issued');
    sendError(response, 'store_unavailable', requestId);
  }
}

function headerCredential(parts: ChatParts, request: IncomingMessage): Credential | undefined {
  return parts.credentialOf(request.headers, new URLSearchParams());
}

function errorOf(refusal: Refusal): ErrorCode {
  return refusal === 'token_missing' || refusal === 'token_expired' ? refusal : 'token_invalid';
}
