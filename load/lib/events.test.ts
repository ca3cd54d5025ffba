import { expect, test } from 'vitest';
import { readAnswer } from './events.ts';

const delta = (n: number) => `id: s:${n}\nevent: delta\ndata: {"text":"a"}\n\n`;
const done = (n: number, deltas: number) => `id: s:${n}\nevent: done\ndata: {"messageId":"m","deltas":${deltas}}\n\n`;

test.each([
  ['whole', `: hi\n\n${delta(1)}${delta(2)}${done(3, 2)}`, { deltas: 2, broken: undefined }],
  ['cut off', `${delta(1)}${delta(2)}`, { deltas: 2, broken: 'no done' }],
  ['with a gap', `${delta(1)}${delta(3)}${done(4, 2)}`, { deltas: 1, broken: 'gap' }],
  ['miscounted', `${delta(1)}${done(2, 2)}`, { deltas: 1, broken: 'wrong count' }],
  ['ended by an error', `${delta(1)}id: s:2\nevent: error\ndata: {}\n\n`, { deltas: 1, broken: 'error event' }],
  ['no stream at all', '{"error":"token_invalid"}', { deltas: 0, broken: 'no done' }],
])('an answer that is %s', (_, body, expected) => {
  expect(readAnswer(body)).toEqual(expected);
});
