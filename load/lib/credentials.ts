import { paths } from '../generated.ts';
import { createCounters } from './figures.ts';
import { ask } from './requests.ts';
import type { User } from './users.ts';

export type CredentialKind = 'ticket' | 'token' | 'invalid';

/** A query for the socket's address; or why there is none. */
export type Credential = { readonly query: string } | { readonly refused: boolean };

/** Gets a credential of that kind. `index` chooses among the ways in which one can be invalid. */
export async function credentialOf(
  kind: CredentialKind,
  user: User,
  baseUrl: string,
  index: number,
): Promise<Credential> {
  switch (kind) {
    case 'token':
      return { query: `?token=${user.accessToken}` };
    case 'invalid':
      return { query: invalid[index % invalid.length]?.(user) ?? '' };
    default:
      return ticket(user, baseUrl);
  }
}

/** Another signature, no token at all, none. */
const invalid: readonly ((user: User) => string)[] = [
  ({ accessToken }) => `?token=${accessToken.slice(0, -8)}AAAAAAAA`,
  () => '?token=garbage',
  () => '',
];

/** Asked for: each is a connection from the edge to the chat, as a socket is. */
export const ticketCounters = ['tickets_asked'] as const;
const count = createCounters(ticketCounters);

async function ticket({ accessToken }: User, baseUrl: string): Promise<Credential> {
  count('tickets_asked');
  const answer = await ask('POST', `${baseUrl}${paths.chatTickets}`, null, {
    headers: { authorization: `Bearer ${accessToken}` },
    timeout: '5s',
  });
  if (answer.status !== 200 && answer.status !== 201) return { refused: answer.status === 401 };
  const { ticket } = JSON.parse(String(answer.body));
  return { query: `?ticket=${ticket}` };
}
