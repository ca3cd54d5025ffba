import { requirement } from '#fixtures/test.ts';

const connections = [
  undefined,
  'close',
  'keep-alive',
  'upgrade',
  'keep-alive, Upgrade',
  'Upgrade, HTTP2-Settings',
  'close, x-a',
];

requirement('proxy/logout-survives-connection-header', async ({ client, system, verify, logsOf }) => {
  for (const connection of connections) {
    const session = await client.register();
    const when = `with Connection: ${connection ?? '(absent)'}`;
    const answer = await client.post('/auth/logout', {
      bearer: session.accessToken,
      headers: connection === undefined ? {} : { connection },
    });
    verify('answers-200', { expected: 200, actual: answer.status, when });
    const { revocation } = JSON.parse(answer.body) as { revocation?: string };
    verify('revocation-complete', { expected: 'complete', actual: revocation, when });
    const after = await session.me();
    verify('session-dead', { expected: 401, actual: after.status, when });
  }
  const logoutsIn = (log: string) => log.split('\n').filter((line) => line.includes('/auth/logout')).length;
  const log = await logsOf('web', (written) => logoutsIn(written) >= connections.length);
  const failed = log.split('\n').filter((line) => /fetch failed|invalid connection header/.test(line));
  const logouts = logoutsIn(log);
  verify('no-fetch-failed', {
    expected: `none, in a log of ${connections.length} logouts or more`,
    actual: failed.length > 0 ? failed : `none, in a log of ${logouts} logouts`,
    holds: failed.length === 0 && logouts >= connections.length,
    when: `in the web tier’s log of ${system.descriptor.name}`,
  });
});
