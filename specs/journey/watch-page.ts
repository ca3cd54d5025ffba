import type { Page, Request } from '@playwright/test';

/** What a page has asked of the api since it is watched. */
interface Watched {
  /** `POST /api/auth/login 200`, or why there was no answer, in the order of the answers. */
  readonly answers: readonly string[];
  /** Those that the page could not use: refused, failed, blocked by the browser. */
  troubles(): readonly string[];
}

/** Watches what `page` asks of paths that begin with `/api/`. */
export function watchPage(page: Page): Watched {
  const answers: string[] = [];
  const note = (request: Request, outcome: string | number) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) answers.push(`${request.method()} ${pathname} ${outcome}`);
  };
  page.on('response', (response) => note(response.request(), response.status()));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed';
    // Nobody waits any more: the page has moved on.
    if (reason !== 'net::ERR_ABORTED') note(request, reason);
  });
  return { answers, troubles: () => answers.filter((answer) => !/ [123]\d\d$/.test(answer)) };
}

const notices = ['Loading…', 'Session expired, please log in again', 'Welcome back'];

/** From the next document on, keeps what `page` says in place of its content; each document forgets. */
export async function keepNotices(page: Page): Promise<{ seen(): Promise<readonly string[]> }> {
  await page.addInitScript((texts) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenNotices: seen });
    new MutationObserver(() => {
      const shown = document.body?.textContent ?? '';
      seen.push(...texts.filter((text) => shown.includes(text) && !seen.includes(text)));
    }).observe(document, { childList: true, subtree: true });
  }, notices);
  return { seen: () => page.evaluate(() => (globalThis as unknown as { seenNotices: string[] }).seenNotices) };
}

/** From the next document on, keeps the streams that `page` receives; `seen` waits for their ends and names their events. */
export async function keepEvents(page: Page): Promise<{ seen(): Promise<readonly string[]> }> {
  await page.addInitScript(() => {
    const real = fetch;
    const streams: Promise<string>[] = [];
    Object.assign(globalThis, { seenStreams: streams });
    globalThis.fetch = async (...request) => {
      const response = await real(...request);
      if (response.headers.get('content-type')?.startsWith('text/event-stream') === true)
        streams.push(response.clone().text());
      return response;
    };
  });
  return {
    async seen() {
      const read = () => Promise.all((globalThis as unknown as { seenStreams: Promise<string>[] }).seenStreams);
      const streams = (await page.evaluate(read)).join('\n');
      return [...new Set([...streams.matchAll(/^event: ?(\S+)$/gm)].map(([, name = '']) => name))];
    },
  };
}
