import type { ServerResponse } from 'node:http';
import { paths } from '#contracts/wire/paths.ts';
import type { Logger } from '../../common/log.ts';
import { sendError, sendJson } from '../http/answers.ts';
import type { WebMetrics } from '../http/metrics.ts';
import type { Inbound, UpstreamAnswer, WebParts } from '../parts.ts';
import { logoutCookies } from './logout-answer.ts';

interface AuthSettings {
  readonly INTERNAL_URL: string;
  readonly INTERNAL_TIMEOUT_MS: number;
}

/** path here -> path at the api; each is a POST. */
export const forwarded: Readonly<Record<string, string>> = {
  [paths.webLogout]: paths.logout,
  '/auth/login': paths.login,
  '/auth/register': paths.register,
  '/auth/refresh': paths.refresh,
};

export interface AuthRoutes {
  /** POST /auth/logout: 200 whatever happened at the api. */
  logout(inbound: Inbound, response: ServerResponse): Promise<void>;
  /** The api’s own answer, or 502 when there is none in time. */
  forward(inbound: Inbound, response: ServerResponse): Promise<void>;
}

export function createAuthRoutes(
  parts: WebParts,
  settings: AuthSettings,
  log: Logger,
  metrics: WebMetrics,
): AuthRoutes {
  const api = new URL(settings.INTERNAL_URL).origin;
  const exchange = async (inbound: Inbound): Promise<UpstreamAnswer> => {
    const response = await parts.send({
      url: new URL(forwarded[inbound.path] ?? inbound.path, settings.INTERNAL_URL).href,
      method: 'POST',
      headers: parts.selectHeaders(inbound),
      body: inbound.body.length === 0 ? null : inbound.body,
      signal: AbortSignal.timeout(settings.INTERNAL_TIMEOUT_MS),
    });
    return await parts.readAnswer(response);
  };
  return {
    async logout(received, response) {
      // A logout says nothing in its body, so none goes on: a malformed one cannot keep a session alive.
      const inbound = { ...received, body: Buffer.alloc(0) };
      const { requestId } = inbound;
      const answer = await exchange(inbound).catch((err: unknown) => {
        log.error({ err, requestId, api }, 'logout could not reach the api');
        return undefined;
      });
      const revocation = answer === undefined ? 'failed' : parts.judgeLogout(answer);
      if (answer !== undefined && revocation === 'failed') {
        log.error({ requestId, status: answer.status, api }, 'the api did not end the session');
      }
      metrics.logouts.inc({ revocation });
      response.setHeader('set-cookie', [...logoutCookies(answer, inbound)]);
      sendJson(response, 200, parts.logoutAnswer(revocation));
    },
    async forward(inbound, response) {
      const { path, requestId } = inbound;
      try {
        const answer = await exchange(inbound);
        for (const [name, value] of answer.headers) response.setHeader(name, value);
        if (answer.setCookies.length > 0) response.setHeader('set-cookie', [...answer.setCookies]);
        response.writeHead(answer.status, { 'content-length': answer.body.length, 'cache-control': 'no-store' });
        response.end(answer.body);
      } catch (err) {
        log.error({ err, requestId, path, api }, 'the api could not be reached');
        sendError(response, 'upstream_unreachable', requestId);
      }
    },
  };
}
