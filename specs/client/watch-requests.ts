import type { Page, Request, Response } from '@playwright/test';
import { until } from '#fixtures/test.ts';

// What a page may call without a token: how it gets one, and how it gives it up.
const open = ['/api/auth/register', '/api/auth/login', '/api/auth/refresh', '/api/auth/logout', '/api/openapi.json'];

interface Watched {
  /** Requests to the api that left without an Authorization header, as `GET /api/documents`. */
  readonly without: readonly string[];
  /** Requests that were answered 401. */
  readonly refused: readonly string[];
}

/** Watches what the page sends to the api from now on. */
export function watchRequests(page: Page): { settled(atLeast: number): Promise<Watched> } {
  const answered: Response[] = [];
  const sent: Request[] = [];
  const onRequest = (request: Request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/') && !open.includes(pathname) && !pathname.endsWith('/ws')) sent.push(request);
  };
  const onResponse = (response: Response) => {
    if (sent.includes(response.request())) answered.push(response);
  };
  page.on('request', onRequest);
  page.on('response', onResponse);
  return {
    /** Waits until at least so many requests were sent and each has its answer; none at all is a failure, not a pass. */
    async settled(atLeast) {
      await until(() => answered.length >= atLeast && answered.length >= sent.length, {
        what: `${atLeast} answered requests of the page to the api`,
        deadline: 10_000,
      });
      page.off('request', onRequest);
      page.off('response', onResponse);
      const name = (request: Request) => `${request.method()} ${new URL(request.url()).pathname}`;
      const headers = await Promise.all(sent.map(async (request) => [request, await request.allHeaders()] as const));
      return {
        without: headers
          .filter(([, fields]) => !/^Bearer \S+$/.test(fields['authorization'] ?? ''))
          .map(([request]) => name(request)),
        refused: answered.filter((response) => response.status() === 401).map((response) => name(response.request())),
      };
    },
  };
}
