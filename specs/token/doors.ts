import { ErrorAnswer } from '#contracts/wire/errors.ts';
import { paths } from '#contracts/wire/paths.ts';
import { type Client, until } from '#fixtures/test.ts';

/** Every way into the system with an access token: name -> what becomes of a token there. */
export type Doors = Readonly<Record<string, (token: string) => Promise<string>>>;

/** What a door says to a token that it takes, and to one that it does not. */
export const welcome = 'let in';
export const refused = /^(401 token_\w+|1008 Invalid token)$/;

/** The doors of the System that `client` talks to; `documentId` is one of the bearer's. */
export function doorsOf(client: Client, documentId: string): Doors {
  const http = (path: string) => async (bearer: string) => {
    const answer = await client.get(path, { bearer });
    return answer.status === 200 ? welcome : `${answer.status} ${answer.json(ErrorAnswer).error}`;
  };
  const stream = async (request: object) => {
    await using opened = await client.stream(documentId, 'hello', request);
    if (opened.status === 200) return welcome;
    await opened.untilEnd(5000);
    return `${opened.status} ${ErrorAnswer.parse(JSON.parse(opened.body())).error}`;
  };
  const ticket = async (bearer: string) => {
    const answer = await client.post(paths.chatTickets, { bearer });
    return answer.status === 200 ? welcome : `${answer.status} ${answer.json(ErrorAnswer).error}`;
  };
  return {
    'me by header': http(paths.me),
    'documents by header': http(paths.documents),
    'a stream by header': (bearer) => stream({ bearer }),
    'a stream by query': (token) => stream({ query: `?token=${token}` }),
    'a ticket by header': ticket,
    'a WebSocket by header': (token) => enter(client, '', { authorization: `Bearer ${token}` }),
    'a WebSocket by query': (token) => enter(client, `?token=${token}`),
  };
}

/** What becomes of a WebSocket: let in, closed with code and reason, or the status of a refused handshake. */
export async function enter(client: Client, query: string, headers: Record<string, string> = {}): Promise<string> {
  await using socket = client.socket(query, { headers });
  return await until(
    () => {
      if (socket.messages.some(({ type }) => type === 'ready')) return welcome;
      const closed = socket.closed();
      if (closed === undefined) return undefined;
      return socket.handshake() === 101 ? `${closed.code} ${closed.reason}` : String(socket.handshake());
    },
    { what: 'what becomes of a WebSocket', deadline: 5000 },
  );
}
