import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { paths } from '#contracts/wire/paths.ts';
import type { Endpoint } from './endpoint.ts';

let document: Promise<unknown> | undefined;

/** The committed document, read when it is first asked for. */
export const openapi: Endpoint = {
  method: 'GET',
  url: paths.openapi,
  handle() {
    document ??= readFile(fileURLToPath(import.meta.resolve('#contracts/wire/openapi.json')), 'utf8').then(JSON.parse);
    return document;
  },
};
