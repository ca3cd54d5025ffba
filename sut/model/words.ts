import { createHash } from 'node:crypto';

const plain = [
  'the',
  'edge',
  'keeps',
  'a',
  'session',
  'open',
  'while',
  'tokens',
  'arrive',
  'one',
  'by',
  'and',
  'nothing',
  'is',
  'lost',
];
/** Of two, three and four bytes in UTF-8, so that a reader that splits characters is found out. */
const wide = ['café', 'naïve', '漢字', 'Привет', '🙂', '👩‍🚀'];
const wideEvery = 3;

/** The tokens of the answer to `prompt`, without end: the same prompt always gives the same ones. */
export function* words(prompt: string): Generator<string, never> {
  let state = createHash('sha256').update(prompt).digest().readUInt32LE() || 1;
  for (let n = 0; ; n += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const list = n % wideEvery === wideEvery - 1 ? wide : plain;
    const word = list[(state >>> 0) % list.length] ?? '';
    yield n === 0 ? word : ` ${word}`;
  }
}
