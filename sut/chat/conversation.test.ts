import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import type { ServerMessage } from '#contracts/wire/chat.ts';
import { ModelError } from '../common/model-client.ts';
import { Connection } from './connection.ts';
import { converse } from './conversation.ts';
import { createMetrics } from './metrics.ts';
import type { ChatParts } from './parts.ts';
import { produceAnswer } from './produce-answer.ts';
import { standing } from './standing.ts';

const identity = { userId: 'u', email: 'a@b.example', role: 'user', sessionId: 's', tokenHash: 'h', tokenExp: 0 };
const closes = { sessionEnded: { code: 1008, reason: 'Session ended' } } as ChatParts['closes'];

function setUp(given: { blacklist?: ChatParts['blacklist']['ask']; model?: ChatParts['model']['answer'] } = {}) {
  const sent: ServerMessage[] = [];
  const closed: number[] = [];
  const seen = new Set<string>();
  const stored: string[] = [];
  const socket = {
    readyState: 1,
    OPEN: 1,
    bufferedAmount: 0,
    send: (text: string) => sent.push(JSON.parse(text)),
    close: (code: number) => closed.push(code),
  } as unknown as WebSocket;
  async function* tokens() {
    yield 'a';
    yield ' 漢字';
  }
  const parts = {
    standing,
    blacklist: { ask: given.blacklist ?? (() => Promise.resolve('clear')) },
    history: {
      read: () => Promise.resolve([]),
      accept: (_: unknown, { id }: { id: string }) =>
        Promise.resolve(seen.size < seen.add(id).size ? 'new' : 'repeated'),
      append: (_: unknown, { text }: { text: string }) => Promise.resolve(void stored.push(text)),
    },
    fanout: { publish: () => Promise.resolve() },
    model: { answer: given.model ?? tokens },
    produceAnswer,
    closes,
    metrics: createMetrics(() => Promise.resolve(0)),
  } as unknown as ChatParts;
  const connection = new Connection('c', identity, 'r', socket, { cork() {}, uncork() {} });
  const receive = (text: string) => converse(parts, connection, Buffer.from(text), false, pino({ level: 'silent' }));
  return { sent, closed, stored, receive };
}

const hello = JSON.stringify({ type: 'message', id: 'm1', text: 'hello' });
const types = (sent: readonly ServerMessage[]) => sent.map(({ type }) => type);

test('a message is accepted, answered in deltas and stored', async () => {
  const { sent, stored, receive } = setUp();
  await receive(hello);
  expect(types(sent)).toEqual(['accepted', 'delta', 'delta', 'done']);
  expect(stored).toEqual(['a 漢字']);
});

test('a repeated id is accepted again and not answered again', async () => {
  const { sent, receive } = setUp();
  await receive(hello);
  sent.length = 0;
  await receive(hello);
  expect(sent).toEqual([{ type: 'accepted', id: 'm1' }]);
});

test.each(['{', '{"type":"message","id":"","text":"x"}', '"ping"', '{"type":"unknown"}'])(
  '%s is invalid',
  async (text) => {
    const { sent, receive } = setUp();
    await receive(text);
    expect(sent).toMatchObject([{ type: 'error', code: 'invalid_message' }]);
  },
);

test.each(['unknown', 'away'] as const)('with a blacklist that is %s no message is taken', async (state) => {
  const { sent, closed, receive } = setUp({
    blacklist: () => (state === 'away' ? Promise.reject(new Error('away')) : Promise.resolve('unknown')),
  });
  await receive(hello);
  expect(sent).toMatchObject([{ type: 'error', id: 'm1', code: 'store_unavailable' }]);
  expect(closed).toEqual([]);
});

test('a message after revocation closes the socket and is not served', async () => {
  const { sent, closed, receive } = setUp({ blacklist: () => Promise.resolve('revoked') });
  await receive(hello);
  expect(sent).toEqual([]);
  expect(closed).toEqual([1008]);
});

test('a dead model is an error event and leaves the socket open', async () => {
  const { sent, closed, receive } = setUp({
    model: () => {
      throw new ModelError('model_unavailable', 'gone');
    },
  });
  await receive(hello);
  expect(sent.at(-1)).toMatchObject({ type: 'error', id: 'm1', code: 'model_unavailable' });
  expect(closed).toEqual([]);
});
