import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { assertBundle } from './assert-bundle.ts';

async function bundle(script: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-bundle-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'index.js'), script);
  return folder;
}

test('a reference page that names a defect is refused', async () => {
  await assertBundle(await bundle('start()'), 'reference');
  await expect(assertBundle(await bundle('x("client.store.async-ungated")'), 'reference')).rejects.toThrow(
    'Failed to build the reference page: it names 1 defects, 0 were expected. See client.store.async-ungated.',
  );
});

test('a planted page without the page’s defects is refused', async () => {
  await expect(assertBundle(await bundle('start()'), 'planted')).rejects.toThrow('client.store.async-ungated');
});
