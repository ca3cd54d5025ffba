import { type ErrorCode, errors } from '#contracts/wire/errors.ts';

/** An error of the contract's table, thrown anywhere in a request. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  /** Seconds, for the header Retry-After. */
  readonly retryAfter: number | undefined;
  constructor(code: ErrorCode, options: { retryAfter?: number; cause?: unknown } = {}) {
    super(errors[code].message, { cause: options.cause });
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}
