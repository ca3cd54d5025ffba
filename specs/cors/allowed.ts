import type { IncomingHttpHeaders } from 'node:http';

/** Literal of report 2: where a page's development server is. */
export const developmentPage = 'http://localhost:5173';

/** What an answer says to pages of other origins: `<origin>, credentials, Vary: Origin` when all of it is there. */
export function allowedBy(headers: IncomingHttpHeaders): string {
  const origin = headers['access-control-allow-origin'] ?? 'none';
  const credentials = headers['access-control-allow-credentials'] === 'true' ? 'credentials' : 'no credentials';
  const varies = /(^|,\s*)(origin|\*)(\s*,|$)/i.test(headers.vary ?? '') ? 'Vary: Origin' : 'no Vary: Origin';
  return `${origin}, ${credentials}, ${varies}`;
}
