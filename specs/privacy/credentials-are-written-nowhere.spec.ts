import { readFile } from 'node:fs/promises';
import { freshCredentials, redisEntries, requirement, type System } from '#fixtures/test.ts';
import { driveEveryFlow } from './every-flow.ts';

requirement('privacy/credentials-are-written-nowhere', { exclusive: true }, async ({ system, client, verify }) => {
  const credentials = freshCredentials();
  const session = await client.register(credentials);
  const up = await driveEveryFlow(client, session, credentials);
  verify('flows-ran', { expected: true, actual: up.served, when: 'while all services are up' });
  const keys = await redisEntries(system.granted('redis'));
  const args = (await system.processes()).map((process) => process.args);

  await Promise.all([system.service('api').kill(), system.service('chat').kill()]);
  const down = await driveEveryFlow(client, session, credentials);
  verify('flows-ran', { expected: false, actual: down.served, when: 'while the api and the chat are down' });

  const canaries = [...up.credentials, ...down.credentials];
  verify('flows-ran', {
    expected: 'at least 5 different credentials',
    actual: new Set(canaries).size,
    holds: new Set(canaries).size >= 5,
  });
  const holds = (texts: readonly string[]) =>
    canaries.filter((canary) => texts.some((text) => text.includes(canary))).length;

  const logs = await logsOf(system);
  const silent = logs.filter(({ text }) => text.trim() === '').map(({ name }) => name);
  verify('flows-ran', { expected: 'every service logs', actual: silent, holds: silent.length === 0 });
  for (const { name, text } of logs) {
    verify('no-log', {
      expected: 0,
      actual: `${holds([text])} credentials in the log of ${name}`,
      holds: holds([text]) === 0,
    });
  }
  verify('no-redis-key', { expected: 0, actual: holds(keys) });
  verify('no-process-argument', { expected: 0, actual: holds(args) });
});

/** Every log as it stands in its file: not redacted again on the way. */
function logsOf(system: System): Promise<{ name: string; text: string }[]> {
  return Promise.all(
    system.descriptor.services.map(async ({ name, log }) => ({ name, text: await readFile(log, 'utf8') })),
  );
}
