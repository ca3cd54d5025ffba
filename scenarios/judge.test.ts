import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { historyOf } from './checkers/testing.ts';

const recovered = [
  [0, 'outage'],
  [10, ['one', 'logout', 'ok', 'pending']],
  [20, ['one', 'me', 'fail', '503']],
  [30, ['two', 'me', 'fail', '503']],
  [1000, 'recovery'],
  [1100, ['one', 'held-socket', 'fail', '1008 Session ended']],
  [2000, 'final'],
  [2010, ['one', 'me', 'fail', '401']],
  [2020, ['two', 'me', 'ok', '200']],
  [2030, ['two', 'stream', 'ok', '200']],
  [2040, ['two', 'socket', 'ok', 'ready']],
] as const;

async function judge(content: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'holdfast-judge-'));
  try {
    const file = path.join(folder, 'history.json');
    await writeFile(file, content);
    const child = spawn(process.execPath, ['scenarios/judge.ts', file], { stdio: ['ignore', 'pipe', 'pipe'] });
    const status = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { status: await status, out, err };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const write = (steps: Parameters<typeof historyOf>[0]) =>
  JSON.stringify({ ...historyOf(steps), scenario: 'recovery/redis-restart' });

test('a history that holds is judged with 0, and says how to run it again', async () => {
  const { status, out } = await judge(write(recovered));
  expect(out.match(/^held /gm)).toHaveLength(4);
  expect(out).toContain('HOLDFAST_SEED=1 npx playwright test --project=chaos -g recovery/redis-restart');
  expect(status).toBe(0);
});

test('broken and unknown are judged with 1', async () => {
  const { status, out } = await judge(write([...recovered.slice(0, -3), [2020, ['one', 'me', 'ok', '200']]]));
  expect(out).toMatch(/^broken {2}revoked-stays-revoked: /m);
  expect(out).toMatch(/^unknown valid-gets-back-in: /m);
  expect(status).toBe(1);
});

test('what is no history is one line, and 2', async () => {
  const { status, out, err } = await judge('{');
  expect(err).toMatch(/^Failed to read the history: /);
  expect({ status, out }).toEqual({ status: 2, out: '' });
});
