import { createHmac } from 'node:crypto';

export type Members = Readonly<Record<string, unknown>>;

const encode = (members: Members) => Buffer.from(JSON.stringify(members)).toString('base64url');
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;

/** The header and the claims of a token, unverified. */
export function readJwt(token: string): { readonly header: Members; readonly claims: Members } {
  const [header, claims] = token.split('.');
  return { header: decode(header), claims: decode(claims) };
}

/** A token by hand. Without a secret its signature is empty. */
export function writeJwt(header: Members, claims: Members, secret?: string, hash = 'sha256'): string {
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${secret === undefined ? '' : createHmac(hash, secret).update(signed).digest('base64url')}`;
}
