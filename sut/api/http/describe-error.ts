import { StoreUnavailable } from '../store/outage.ts';
import { sqlState } from '../store/store.ts';
import { ApiError } from './api-error.ts';

/** Anything thrown in a request, as an error of the contract. */
export type DescribeError = (error: unknown) => ApiError;

const retryAfterOutage = 1;

export const describeError: DescribeError = (error) => {
  if (error instanceof ApiError) return error;
  if (error instanceof StoreUnavailable) {
    return new ApiError('store_unavailable', { retryAfter: retryAfterOutage, cause: error });
  }
  // Class 22: a value Postgres cannot hold, such as text with a NUL.
  if (sqlState(error)?.startsWith('22')) return new ApiError('invalid_request', { cause: error });
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ApiError('too_large', { cause: error });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new ApiError('unsupported_media_type', { cause: error });
  const refused = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return new ApiError(refused ? 'invalid_request' : 'internal', { cause: error });
};
