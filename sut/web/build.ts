import { join } from 'node:path';
import { buildIfStale } from './build/build-if-stale.ts';
import { cacheFolder } from './build/folders.ts';

/** Builds the page in both forms where their sources have changed: `reference`, and `planted` for defects. */
const began = performance.now();
const built = await buildIfStale();
const ms = Math.round(performance.now() - began);
console.log(
  built ? `Built the page in ${ms} ms: ${join(cacheFolder, 'reference')}` : `The page is up to date (${ms} ms)`,
);
