import { requirement } from '#fixtures/test.ts';

// A date with a comma, which is what a list is split at, and more than the 4096 bytes of some runtimes.
const added = [
  'theme=dark; Expires=Wed, 09 Jun 2032 10:18:14 GMT; Path=/',
  `consent=${'x'.repeat(5000)}; Path=/; SameSite=Lax`,
];
const set = { type: 'header', action: 'append', name: 'Set-Cookie', stream: 'downstream' } as const;

requirement('proxy/cookies-pass-line-by-line', async ({ client, session, user, faults, verify }) => {
  await using _first = await faults.on('web->api', { ...set, value: added[0] ?? '' });
  await using _second = await faults.on('web->api', { ...set, value: added[1] ?? '' });
  const asked = {
    login: () => client.post('/auth/login', { json: user }),
    refresh: () => client.post('/auth/refresh', { cookie: `refresh_token=${session.refreshToken}` }),
    logout: () => client.post('/auth/logout', { bearer: session.accessToken }),
  };
  for (const [what, ask] of Object.entries(asked)) {
    const { setCookies } = await ask();
    const own = setCookies.filter((line) => /^refresh_token=[^,;]*; (Max-Age|Path)=[^,]+(, \d\d [^,]+)?$/.test(line));
    const others = setCookies.filter((line) => !own.includes(line)).toSorted();
    const when = `of a ${what}`;
    verify('own-line', { expected: 1, actual: own.length, when: `${when}, in ${setCookies.length} lines` });
    const short = (line: string) => (line.length > 100 ? `${line.slice(0, 40)}… of ${line.length} bytes` : line);
    verify('other-lines', {
      expected: added.toSorted().map(short),
      actual: others.map(short),
      holds: others.join('\n') === added.toSorted().join('\n'),
      when,
    });
  }
});
