import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import config from '../vite.config.ts';
import { assertBundle } from './assert-bundle.ts';
import { cacheFolder, type Form, stampFile } from './folders.ts';

/** Builds one form of the page beside its place, checks it, and puts it there in one step. */
export async function buildForm(form: Form, stamp: string): Promise<void> {
  const outDir = join(cacheFolder, `.${form}-${process.pid}`);
  await mkdir(outDir, { recursive: true });
  try {
    await build({
      ...config,
      configFile: false,
      logLevel: 'warn',
      plugins: [...config.plugins, ...(form === 'planted' ? [plantedEntry] : [])],
      build: { ...config.build, outDir, emptyOutDir: true },
    });
    await assertBundle(outDir, form);
    await writeFile(join(outDir, stampFile), stamp);
    await replace(join(cacheFolder, form), outDir);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/** The same page with the entry that can plant. */
const plantedEntry: Plugin = {
  name: 'holdfast-planted-entry',
  transformIndexHtml: { order: 'pre', handler: (html) => html.replace('./main.tsx', '../../plants/page/main.tsx') },
};

async function replace(place: string, built: string): Promise<void> {
  const old = `${built}-old`;
  await rename(place, old).catch(() => undefined);
  await rename(built, place);
  await rm(old, { recursive: true, force: true });
}
