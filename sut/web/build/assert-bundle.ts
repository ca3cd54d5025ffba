import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Defect } from '#contracts/catalogue/defect.ts';
import { defects } from '#contracts/catalogue/defects.ts';
import type { Form } from './folders.ts';

/** Throws unless the bundle in `folder` names the defects it should: none in the reference, the page’s in the planted one. */
export async function assertBundle(folder: string, form: Form): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const texts = await Promise.all(
    names.filter((name) => /\.(html|js|css|map)$/.test(name)).map((name) => readFile(join(folder, name), 'utf8')),
  );
  const named = Object.keys(defects).filter((id) => texts.some((text) => text.includes(id)));
  const expected = form === 'reference' ? [] : inThePage;
  const wrong = [...named.filter((id) => !expected.includes(id)), ...expected.filter((id) => !named.includes(id))];
  if (wrong.length > 0) {
    throw new Error(
      `Failed to build the ${form} page: it names ${named.length} defects, ${expected.length} were expected. See ${wrong.join(', ')}.`,
    );
  }
}

const inThePage = Object.entries(defects as Record<string, Defect>)
  .filter(([, { seams }]) => seams.some((seam) => 'client' in seam))
  .map(([id]) => id);
