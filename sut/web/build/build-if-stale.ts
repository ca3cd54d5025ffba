import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, type Form, forms, sources, stampFile } from './folders.ts';
import { stampOf } from './stamp.ts';

/** Builds what is not there or not of these sources; true when something was built. Vite is loaded only then. */
export async function buildIfStale(): Promise<boolean> {
  const stamp = stampOf(sources);
  const stale = forms.filter((form) => readStamp(form) !== stamp);
  if (stale.length === 0) return false;
  const { buildForm } = await import('./build-form.ts');
  for (const form of stale) await buildForm(form, stamp);
  return true;
}

function readStamp(form: Form): string | undefined {
  try {
    return readFileSync(join(cacheFolder, form, stampFile), 'utf8');
  } catch {
    return undefined;
  }
}
