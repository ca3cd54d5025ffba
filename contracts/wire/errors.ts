import { z } from 'zod';

/** Every error of api, web and chat over HTTP. `requestId` finds the log lines. */
export const ErrorAnswer = z.object({
  error: z.string(),
  message: z.string(),
  requestId: z.string(),
});
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;

interface ErrorKind {
  readonly status: number;
  readonly message: string;
}

/** The one table of error codes: code -> status and message. */
export const errors = {
  invalid_request: { status: 400, message: 'The request is not valid' },
  email_taken: { status: 409, message: 'Email already registered' },
  invalid_credentials: { status: 401, message: 'Email or password is wrong' },
  token_missing: { status: 401, message: 'Authentication required' },
  token_invalid: { status: 401, message: 'Invalid token' },
  token_expired: { status: 401, message: 'The access token has expired' },
  token_revoked: { status: 401, message: 'The session was logged out' },
  refresh_invalid: { status: 401, message: 'The session cannot be refreshed, log in again' },
  origin_not_allowed: { status: 403, message: 'This origin is not allowed' },
  not_found: { status: 404, message: 'Not found' },
  stream_gone: { status: 404, message: 'This answer can no longer be resumed' },
  too_large: { status: 413, message: 'The request body is too large' },
  unsupported_media_type: { status: 415, message: 'Send application/json' },
  rate_limited: { status: 429, message: 'Too many failed attempts, try again later' },
  internal: { status: 500, message: 'Internal error' },
  upstream_unreachable: { status: 502, message: 'The service behind this address cannot be reached' },
  store_unavailable: { status: 503, message: 'A store is unavailable, try again shortly' },
  loop_detected: {
    status: 508,
    message: 'This request has been here before: the address of a service leads back to the edge',
  },
  draining: { status: 503, message: 'The service is shutting down, try again shortly' },
} as const satisfies Record<string, ErrorKind>;
export type ErrorCode = keyof typeof errors;
