import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../common/log.ts';
import { isOwnOrigin } from '../common/own-origin.ts';
import type { Running } from '../common/service.ts';
import type { SettingsOf } from '../common/settings.ts';
import { judgeLogout, logoutAnswer } from './auth/logout-answer.ts';
import { readAnswer } from './auth/read-answer.ts';
import { selectHeaders } from './auth/select-headers.ts';
import { createSend } from './auth/send.ts';
import { createHandler } from './http/handler.ts';
import type { WebParts } from './parts.ts';
import { createPage } from './static/page.ts';

/** The real parts of the web tier. */
export function createParts(settings: SettingsOf<'web'>): WebParts {
  const { VITE_API_URL, TIMING_DIVISOR, SPA_DIR } = settings;
  return {
    ...createSend(),
    isOwnOrigin,
    selectHeaders,
    readAnswer,
    judgeLogout,
    logoutAnswer,
    pageConfig: () => ({
      ...(VITE_API_URL === undefined ? {} : { apiUrl: new URL(VITE_API_URL).origin }),
      timingDivisor: TIMING_DIVISOR,
    }),
    page: createPage(SPA_DIR),
  };
}

/** Listens with these parts. */
export async function start(parts: WebParts, settings: SettingsOf<'web'>, log: Logger): Promise<Running> {
  let draining = false;
  const server = createServer(createHandler(parts, settings, log, () => draining));
  // Longer than an edge keeps its idle connections, so that the edge closes first and no request is lost.
  server.keepAliveTimeout = 75_000;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(settings.PORT, settings.HOST, resolve);
  await promise;
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      draining = true;
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      await closed;
      await parts.close();
    },
  };
}
