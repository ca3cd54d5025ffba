import { randomInt } from 'node:crypto';
import { compare } from '#fixtures/model/compare.ts';
import { readModelRun, replayCommand } from '#fixtures/model/settings.ts';
import { type Client, requirement } from '#fixtures/test.ts';

const id = 'session/agrees-with-its-model';
const { sequences } = readModelRun();
// In which order defects are met must not be left to chance.
const seedOfProofs = 2;
const options = { timeout: 30_000 + sequences * 3000 };

requirement(id, options, async ({ system, client, clientFrom, defect, verify }, testInfo) => {
  const asked = readModelRun(testInfo.repeatEachIndex);
  const run = defect === undefined ? asked : { ...asked, seed: seedOfProofs, path: '' };
  if (defect === undefined) {
    const again = replayCommand(id, run.seed, run.path);
    testInfo.annotations.push({ type: 'seed', description: again });
    process.stdout.write(`${id}: ${run.sequences} sequences, seed ${run.seed}, again by ${again}\n`);
  }
  const jwtSecret = system.granted('jwtSecret');
  const playersOf = () => ({ jwtSecret, ...ownAddress(client, clientFrom) });

  const { divergence } = await compare(run, playersOf, defect === undefined);
  for (const assertion of ['answers-agree', 'ended-stays-ended', 'living-goes-on'] as const) {
    const diverged = divergence?.assertion === assertion ? divergence : undefined;
    verify(assertion, {
      expected: diverged?.expected ?? 'as the model',
      actual: diverged?.actual ?? 'as the model',
      ...(diverged === undefined ? {} : { when: story(diverged, run.seed) }),
    });
  }
});

/** Failed logins are limited by address: each sequence has one of its own, where clients can have one. */
function ownAddress(client: Client, clientFrom: (address: string) => Client) {
  const byte = () => randomInt(1, 255);
  try {
    return { client: clientFrom(`127.${byte()}.${byte()}.${byte()}`), mayGuess: true };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'not-permitted')) throw error;
    return { client, mayGuess: false };
  }
}

function story(
  { request, lines, path }: { readonly request: string; readonly lines: readonly string[]; readonly path: string },
  seed: number,
): string {
  const steps = lines.map((line, index) => `${String(index + 1).padStart(15)}  ${line}`);
  return [`to ${request}`, ...steps, `Again        ${replayCommand(id, seed, path)}`].join('\n');
}
