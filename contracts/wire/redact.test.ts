import { expect, test } from 'vitest';
import { redact } from './redact.ts';
import { redacted } from './secrets.ts';

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

test.each([
  ['a token by its shape', `closed ${token} early`, `closed ${redacted} early`],
  ['a token without its signature', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.', redacted],
  [
    'what the system issues, by its prefix',
    'hfr_0123456789 hft_abcdefgh hfp_A-b_c1234',
    `${redacted} ${redacted} ${redacted}`,
  ],
  ['a JSON member by its name', '{"password":"pa\\"ss","user":"ann"}', `{"password":"${redacted}","user":"ann"}`],
  [
    'a JSON member inside a JSON string',
    '{"body":"{\\"password\\":\\"pass\\"}"}',
    `{"body":"{\\"password\\":\\"${redacted}\\"}"}`,
  ],
  ['a query field by its name, in any case', '/ws?a=1&TOKEN=abc&b=2', `/ws?a=1&TOKEN=${redacted}&b=2`],
  ['every one of several', '/ws?token=one&token=two', `/ws?token=${redacted}&token=${redacted}`],
])('redacts %s', (_what, text, expected) => {
  expect(redact(text)).toBe(expected);
});

test('leaves other text alone', () => {
  const text = '{"msg":"listening","path":"/api/documents","tokens":12} ?page=2';
  expect(redact(text)).toBe(text);
});

test('a member that was cut off takes nothing of the next line with it', () => {
  expect(redact('{"password":"hunter\n{"user":"ann"}')).toContain('{"user":"ann"}');
});
