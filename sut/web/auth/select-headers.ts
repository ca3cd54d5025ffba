import type { HeaderField, Inbound } from '../parts.ts';

/**
 * What the api needs to know of a request. Everything else ends here: hop-by-hop fields because RFC 9110
 * 7.6.1 says so, Host, Content-Length and Accept-Encoding because they belong to the next hop, Origin
 * because the web tier has judged it.
 */
const allowed = [
  'authorization',
  'cookie',
  'accept',
  'accept-language',
  'user-agent',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
] as const;

/** Name of the web tier in the Via field of RFC 9110 7.6.3, by which an edge sees that a request comes back to it. */
const pseudonym = '1.1 holdfast-web';

/** The fields of `inbound` that go to the api, with the request’s id, its way here and the client’s address. */
export function selectHeaders(inbound: Inbound): readonly HeaderField[] {
  const { headers, body, peer, requestId } = inbound;
  const endHere = new Set((headers.connection ?? '').split(',').map((option) => option.trim().toLowerCase()));
  const fields: HeaderField[] = [];
  for (const name of allowed) {
    const value = headers[name];
    if (typeof value === 'string' && !endHere.has(name)) fields.push([name, value]);
  }
  // The edge has written the client's address; its own is not appended, or the api would take it for the client's.
  if (!fields.some(([name]) => name === 'x-forwarded-for')) fields.push(['x-forwarded-for', peer]);
  // An empty body of a declared type is a malformed one to most parsers.
  const type = headers['content-type'];
  if (type !== undefined && body.length > 0) fields.push(['content-type', type]);
  const via = headers.via === undefined ? pseudonym : `${headers.via}, ${pseudonym}`;
  return [...fields, ['via', via], ['x-request-id', requestId]];
}
