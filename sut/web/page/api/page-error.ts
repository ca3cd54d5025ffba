import type { PageConfig } from '../config.ts';
import type { Refusal } from './refusal.ts';

/**
 * `not-logged-in`: there is no token, nothing was sent. `session-ended`: the server no longer accepts
 * the session. `unreachable`: no answer, or none that says anything (5xx). `refused`: the server said no.
 */
export type PageErrorKind = 'not-logged-in' | 'session-ended' | 'unreachable' | 'refused';

/** Why something the page wanted did not happen; `message` may be shown. */
export class PageError extends Error {
  override readonly name = 'PageError';
  readonly kind: PageErrorKind;
  readonly code: string | undefined;
  constructor(
    kind: PageErrorKind,
    message: string,
    options: { readonly code?: string | undefined; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.code = options.code;
  }

  /** The error that an answer of the server amounts to. */
  static of({ status, code, message }: Refusal): PageError {
    if (status >= 500) return new PageError('unreachable', 'Cannot reach the server', { code });
    return new PageError('refused', message, { code });
  }
}

/** There was no answer; or the page, coming from another origin, may not read it: no browser tells it which. */
export function unreachable(cause?: unknown, config?: PageConfig): PageError {
  const where =
    config === undefined || config.sameOrigin
      ? ''
      : ` at ${config.apiOrigin}: it is away, or its CORS_ORIGIN does not name ${globalThis.location?.origin ?? 'the page’s'}`;
  return new PageError('unreachable', `Cannot reach the server${where}`, { cause });
}

export function notLoggedIn(): PageError {
  return new PageError('not-logged-in', 'Authentication Required');
}

export function sessionEnded(): PageError {
  return new PageError('session-ended', 'Session expired, please log in again');
}
