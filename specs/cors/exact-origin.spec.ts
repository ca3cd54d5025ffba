import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';
import { allowedBy, developmentPage } from './allowed.ts';

requirement('cors/exact-origin', async ({ system, client, verify }) => {
  const foreign = [
    'https://evil.test',
    'null',
    `${developmentPage}.evil.test`,
    `${developmentPage}0`,
    'https://localhost:5173',
    'http://localhost',
    'http://evil.test?http://localhost:5173',
    `${system.url}.evil.test`,
  ];
  const asked = {
    'GET me': [paths.me, 'GET'],
    'POST login': [paths.login, 'POST'],
    'GET openapi': [paths.openapi, 'GET'],
    'POST tickets': [paths.chatTickets, 'POST'],
    'preflight of me': [paths.me, 'OPTIONS'],
    'preflight of tickets': [paths.chatTickets, 'OPTIONS'],
  } as const;
  for (const [what, [path, method]] of Object.entries(asked)) {
    const ask = async (origin: string) => {
      const preflight = method === 'OPTIONS' ? { 'access-control-request-method': 'POST' } : {};
      return (await client.request(path, { method, headers: { origin, ...preflight } })).headers;
    };
    for (const origin of [developmentPage, system.url]) {
      const actual = allowedBy(await ask(origin));
      const when = `to ${what} from ${origin}`;
      verify('own-origin-named', { expected: `${origin}, credentials, Vary: Origin`, actual, when });
    }
    for (const origin of foreign) {
      const actual = (await ask(origin))['access-control-allow-origin'] ?? 'none';
      verify('foreign-origin-unnamed', { expected: 'none', actual, when: `to ${what} from ${origin}` });
    }
  }
});
