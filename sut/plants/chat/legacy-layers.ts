import type { IncomingHttpHeaders } from 'node:http';
import type { ChatParts } from '../../chat/parts.ts';
import type { Planter } from '../planter.ts';

type CredentialOf = ChatParts['credentialOf'];
type Source = (headers: IncomingHttpHeaders, query: URLSearchParams) => string | undefined;

/** The sources of report 4. */
const sources = {
  query: (_, query) => query.get('token') ?? undefined,
  subprotocol: (headers) => /(?:^|,) *Bearer\.([^, ]+)/.exec(headers['sec-websocket-protocol'] ?? '')?.[1],
  authorization: ({ authorization }) => authorization?.replace(/^Bearer +/i, ''),
  'x-auth-token': (headers) => headers['x-auth-token']?.toString(),
} as const satisfies Record<string, Source>;

/** The first source that has a token, in the report's order. */
const inOrder: Source = (headers, query) => {
  for (const source of Object.values<Source>(sources)) {
    const found = source(headers, query);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** One more judgement before that of the chat, by a token found in its own way; `'none'` judges nothing. */
const alsoJudging =
  (tokenOf: Source): Planter<ChatParts> =>
  (parts) => {
    const found = new WeakMap<NonNullable<ReturnType<CredentialOf>>, string | undefined>();
    return {
      ...parts,
      credentialOf(headers, query) {
        const credential = parts.credentialOf(headers, query);
        if (credential !== undefined) found.set(credential, tokenOf(headers, query));
        return credential;
      },
      async authenticate(needs, credential) {
        if (credential === undefined) return parts.authenticate(needs, credential);
        const token = found.get(credential);
        if (token === undefined) return { refusal: 'token_missing' };
        const verified = token === 'none' ? undefined : await parts.tokens.verify(token);
        return verified !== undefined && 'refusal' in verified ? verified : parts.authenticate(needs, credential);
      },
    };
  };

/** Defects of report 4: where a token may stand, and the two layers that look for it once more. */
export const legacyLayerPlanters = {
  'chat.credential.four-sources': (parts) => ({
    ...parts,
    credentialOf(headers, query) {
      const value = inOrder(headers, query);
      return value === undefined ? parts.credentialOf(headers, query) : { kind: 'token', value };
    },
  }),

  'chat.auth.gateway': alsoJudging((headers, query) => inOrder(headers, query) ?? 'none'),

  'chat.auth.subprotocol-layer': alsoJudging((headers, query) => {
    if (headers['sec-websocket-protocol'] !== undefined) return sources.subprotocol(headers);
    return sources.query(headers, query) ?? sources.authorization(headers);
  }),
} as const satisfies Record<string, Planter<ChatParts>>;
