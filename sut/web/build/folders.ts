import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** Vite’s root: the page’s own folder. */
export const pageFolder = join(root, 'sut/web/page');
/** Holds `reference` and `planted`. */
export const cacheFolder = join(root, 'node_modules/.cache/holdfast/page');
/** Whatever a build depends on. */
export const sources = [
  'sut/web/page',
  'sut/web/build',
  'sut/web/vite.config.ts',
  'sut/plants/page',
  'sut/plants/planter.ts',
  'contracts/wire',
  'contracts/catalogue/defects.ts',
  'contracts/catalogue/defects',
  'contracts/catalogue/hop-defects.ts',
  'package-lock.json',
].map((path) => join(root, path));

/** The page in two forms: as it should be, and with planters in it. */
export const forms = ['reference', 'planted'] as const;
export type Form = (typeof forms)[number];
/** Says, in a built form, of which sources it was built. */
export const stampFile = '.stamp';
