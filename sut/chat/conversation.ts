import { randomUUID } from 'node:crypto';
import type { RawData } from 'ws';
import { type ChatHistoryEntry, ClientMessage } from '#contracts/wire/chat.ts';
import type { Logger } from '../common/log.ts';
import type { Connection } from './connection.ts';
import type { ChatParts } from './parts.ts';

type Needs = Pick<
  ChatParts,
  'standing' | 'blacklist' | 'history' | 'fanout' | 'model' | 'produceAnswer' | 'closes' | 'metrics'
>;
type UserMessage = Extract<ClientMessage, { type: 'message' }>;

const answersAtOnce = 16;
const tooMany = `${answersAtOnce} answers are being produced; wait for one to end`;

/** Serves one frame of an authenticated socket. A frame that cannot be served leaves the socket open. */
export async function converse(
  parts: Needs,
  connection: Connection,
  data: RawData,
  isBinary: boolean,
  log: Logger,
): Promise<void> {
  const message = isBinary ? undefined : parseMessage(data);
  if (message === undefined) {
    parts.metrics.messages.inc({ outcome: 'invalid' });
    connection.send({ type: 'error', code: 'invalid_message', message: 'The message is not valid' });
  } else if (message.type === 'ping') {
    connection.send({ type: 'pong' });
  } else if (connection.answers.size >= answersAtOnce) {
    parts.metrics.messages.inc({ outcome: 'too_many' });
    connection.send({ type: 'error', id: message.id, code: 'invalid_message', message: tooMany });
  } else {
    const answer = new AbortController();
    connection.answers.add(answer);
    try {
      await serve(parts, connection, message, answer.signal, log);
    } finally {
      connection.answers.delete(answer);
    }
  }
}

async function serve(
  parts: Needs,
  connection: Connection,
  message: UserMessage,
  signal: AbortSignal,
  log: Logger,
): Promise<void> {
  const arrived = performance.now();
  const { identity } = connection;
  const { id, text } = message;
  const unavailable = () => {
    parts.metrics.messages.inc({ outcome: 'store_unavailable' });
    connection.send({
      type: 'error',
      id,
      code: 'store_unavailable',
      message: 'The message was not taken, try again shortly',
    });
  };
  const standing = await parts.standing(parts, identity);
  if (standing === 'revoked') return connection.end(parts.closes.sessionEnded);
  if (standing === 'store_unavailable') return unavailable();
  const entry: ChatHistoryEntry = { id, role: 'user', text, at: new Date().toISOString() };
  const outcome = await parts.history.accept(identity, entry).catch(() => undefined);
  if (outcome === undefined) return unavailable();
  parts.metrics.messages.inc({ outcome: outcome === 'new' ? 'accepted' : 'repeated' });
  connection.send({ type: 'accepted', id });
  if (outcome === 'repeated') return;
  parts.fanout
    .publish({
      origin: connection.id,
      userId: identity.userId,
      message: { type: 'message', id, text, from: identity.sessionId },
    })
    .catch((err: unknown) =>
      log.warn({ err, requestId: connection.requestId }, 'a message was not shown on other sockets'),
    );
  const whole = await parts.produceAnswer(parts, connection, message, arrived, signal, log);
  if (whole === undefined) return;
  await parts.history
    .append(identity, { id: randomUUID(), role: 'assistant', text: whole, at: new Date().toISOString() })
    .catch((err: unknown) => log.warn({ err, requestId: connection.requestId }, 'an answer was not stored'));
}

function parseMessage(data: RawData): ClientMessage | undefined {
  try {
    return ClientMessage.safeParse(JSON.parse(data.toString())).data;
  } catch {
    return undefined;
  }
}
