import { expect, it } from 'vitest';
import { createCredentials } from './credentials.ts';

const { of } = createCredentials();

it.each([
  ['no credential', {}, undefined, undefined],
  ['a bearer header', { authorization: 'Bearer abc' }, undefined, 'abc'],
  ['the scheme in any case', { authorization: 'bearer abc' }, undefined, 'abc'],
  ['the query', {}, { token: 'q' }, 'q'],
  ['the header over the query', { authorization: 'Bearer abc' }, { token: 'q' }, 'abc'],
  ['an unusable header over the query', { authorization: 'Basic abc' }, { token: 'q' }, ''],
  ['a header without a token over the query', { authorization: 'Bearer ' }, { token: 'q' }, ''],
  ['two tokens in the query as none', {}, { token: ['a', 'b'] }, ''],
])('takes %s', (_name, headers, query, token) => {
  expect(of(headers, query)).toBe(token);
});
