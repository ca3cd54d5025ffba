import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { readSettings } from '../common/settings.ts';
import type { WebParts } from './parts.ts';
import { createParts, start } from './service.ts';

/** A web tier before the api at `internalUrl`; `lines` is its log. `change` replaces parts. */
export async function startWeb(internalUrl: string, change: Partial<WebParts> = {}) {
  const lines: string[] = [];
  const settings = readSettings('web', {
    PORT: '1',
    SERVICE_NAME: 'web',
    CORS_ORIGIN: 'https://garden.example',
    INTERNAL_URL: internalUrl,
    INTERNAL_TIMEOUT_MS: '300',
    SPA_DIR: fileURLToPath(new URL('./page', import.meta.url)),
    TIMING_DIVISOR: '20',
  });
  const log = pino({}, { write: (line: string) => lines.push(line) });
  const web = await start({ ...createParts(settings), ...change }, { ...settings, PORT: 0 }, log);
  return { lines, url: `http://127.0.0.1:${web.port}`, port: web.port, [Symbol.asyncDispose]: () => web.close() };
}
