import { describe, expect, it } from 'vitest';
import { createRefreshCookie } from './refresh-cookie.ts';

const cookie = createRefreshCookie();
const attributes = (header: string) =>
  header
    .split('; ')
    .slice(1)
    .filter((attribute) => !/^(Max-Age|Expires)=/.test(attribute));

describe('the refresh cookie', () => {
  it.each([true, false])('is cleared with the attributes it was set with (secure: %s)', (secure) => {
    expect(attributes(cookie.clear(secure))).toEqual(attributes(cookie.set('hfr_x', 60, secure)));
    expect(cookie.clear(secure)).toContain('Max-Age=0');
  });

  it('is Secure only on TLS', () => {
    expect(cookie.set('hfr_x', 60.9, true)).toBe(
      'refresh_token=hfr_x; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure',
    );
    expect(cookie.set('hfr_x', 60, false)).not.toContain('Secure');
  });

  it.each([
    [undefined, undefined],
    ['refresh_token=hfr_a', 'hfr_a'],
    ['x=1; refresh_token=hfr_a; y=2', 'hfr_a'],
    ['not_refresh_token=hfr_b', undefined],
    ['refresh_token=', undefined],
    ['refresh_token', undefined],
  ])('is read from %s', (header, token) => {
    expect(cookie.read(header)).toBe(token);
  });
});
