import { randomUUID } from 'node:crypto';

const acceptable = /^[\w.:-]{1,128}$/;

/** The X-Request-Id of a request, or a new one where there is none that may be written into a log. */
export function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && acceptable.test(header) ? header : randomUUID();
}
