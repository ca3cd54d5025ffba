import { requirement } from '#fixtures/test.ts';
import { askWebTier, logOutAtWebTier } from './web-tier-answers.ts';

const wrong = [
  // A label of 64 characters is looked up by nobody: no name server is asked.
  { on: 'a host that does not exist', url: `http://${'a'.repeat(64)}.invalid:8080`, reason: /ENOTFOUND/ },
  { on: 'a port that nobody listens on', url: 'http://127.0.0.1:2', reason: /ECONNREFUSED/ },
];

for (const { on, url, reason } of wrong) {
  const options = { on, exclusive: true, settings: { INTERNAL_URL: url } };
  requirement('proxy/wrong-internal-url', options, async ({ client, logsOf, verify }) => {
    const session = await client.register();
    const when = `with INTERNAL_URL on ${on}`;

    const logout = await logOutAtWebTier(client, session);
    verify('answers-in-time', { expected: 'within 2 s', actual: logout.took, holds: logout.inTime, when });
    verify('tells-the-truth', { expected: '200 failed, the session lives', actual: logout.truth, when });
    verify('clears-cookie', { expected: true, actual: logout.cleared, when });

    const login = await askWebTier(client, '/auth/login', { json: session.credentials });
    verify('answers-in-time', { expected: 'within 2 s', actual: login.took, holds: login.inTime, when });
    const { error } = JSON.parse(login.body) as { error?: string };
    verify('clear-error', { expected: [502, 'upstream_unreachable'], actual: [login.status, error], when });

    const errorsIn = (log: string) => log.split('\n').filter((line) => /"level":"error"/.test(line));
    const lines = errorsIn(await logsOf('web', (log) => errorsIn(log).length >= 2));
    verify('log-names-address', {
      expected: `two errors that name ${new URL(url).origin} and ${reason.source}`,
      actual: lines,
      holds: lines.length === 2 && lines.every((line) => line.includes(new URL(url).origin) && reason.test(line)),
      when,
    });
  });
}
