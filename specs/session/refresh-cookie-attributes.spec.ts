import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';

// Report 3, "Refresh Token Cookie Clearing": path="/", secure=True, httponly=True, samesite="lax".
const plain = 'HttpOnly; Path=/; SameSite=Lax';
const overTls = 'HttpOnly; Path=/; SameSite=Lax; Secure';
const fortnight = 1_209_600;

requirement('session/refresh-cookie-attributes', async ({ system, clientOf, verify }) => {
  for (const [origin, attributes] of [
    [system.url, plain],
    [system.tlsUrl, overTls],
  ] as const) {
    const client = clientOf(origin);
    const session = await client.register();
    const { credentials } = session;
    const cookie = `refresh_token=${session.refreshToken}`;
    const { protocol } = new URL(origin);
    const setting = {
      register: () => client.post(paths.register, { json: { ...credentials, email: `again-${credentials.email}` } }),
      login: () => client.post(paths.login, { json: credentials }),
      refresh: () => client.post(paths.refresh, { cookie }),
    };
    for (const [what, ask] of Object.entries(setting)) {
      const sent = readCookie((await ask()).setCookies);
      const when = `by ${what} over ${protocol}`;
      verify('set-attributes', { expected: attributes, actual: sent.attributes, when });
      const life = Number(sent.maxAge);
      verify('set-life', {
        expected: `${fortnight} s`,
        actual: sent.maxAge ?? 'none',
        holds: life > fortnight - 10 && life <= fortnight && sent.value !== '',
        when,
      });
    }
    for (const path of [paths.logout, '/auth/logout']) {
      const sent = readCookie((await client.post(path, { cookie })).setCookies);
      const when = `by ${path} over ${protocol}`;
      verify('cleared-attributes', { expected: attributes, actual: sent.attributes, when });
      verify('cleared-life', { expected: ['', '0'], actual: [sent.value, sent.maxAge], when });
    }
  }
});

/** The one Set-Cookie line of the refresh cookie; attributes in the order of their names, without its life. */
function readCookie(lines: readonly string[]) {
  const own = lines.filter((line) => line.startsWith('refresh_token='));
  const [pair = '', ...attributes] = (own.length === 1 ? own[0] : own.join(' and '))?.split('; ') ?? [];
  const lasting = attributes.filter((attribute) => !/^(Max-Age|Expires)=/i.test(attribute));
  return {
    value: pair.replace('refresh_token=', ''),
    maxAge: attributes.map((attribute) => /^Max-Age=(\d+)$/i.exec(attribute)?.[1]).find((found) => found !== undefined),
    attributes: lasting.toSorted().join('; '),
  };
}
