import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';

/** Whoever sends for longer than that, in milliseconds, may lose the answer. */
const longest = 2000;

/** Reads what is left of a body: a connection that is closed over unread bytes is reset, and its answer lost. */
export async function discardRest(request: IncomingMessage): Promise<void> {
  if (request.complete) return;
  await finished(request.resume(), { signal: AbortSignal.timeout(longest) }).catch(() => undefined);
}
