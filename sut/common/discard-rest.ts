import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';

/** Reads what is left of a body: a connection that is closed over unread bytes is reset, and its answer lost. */
export type DiscardRest = (request: IncomingMessage) => Promise<void>;

/** Whoever sends for longer than that, in milliseconds, may lose the answer. */
const longest = 2000;

export const discardRest: DiscardRest = async (request) => {
  if (request.complete) return;
  await finished(request.resume(), { signal: AbortSignal.timeout(longest) }).catch(() => undefined);
};
