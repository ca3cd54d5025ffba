import type { IncomingHttpHeaders } from 'node:http';

/** False for a request that a foreign page made: its Origin is neither allowed nor the one this page is served from. */
export type IsOwnOrigin = (headers: IncomingHttpHeaders, allowed: readonly string[]) => boolean;

export const isOwnOrigin: IsOwnOrigin = (headers, allowed) => {
  const { origin } = headers;
  if (origin === undefined || allowed.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  const forwarded = headers['x-forwarded-host'];
  return host === headers.host || host === forwarded;
};
