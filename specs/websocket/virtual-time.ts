import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** The waits between `count` + 1 attempts to get a ticket, in ms; the page’s time passes as it waits. */
    waitsOfComeback(count: number): Promise<readonly number[]>;
  }
}

/**
 * From its next load on, the page gets no ticket, and its time passes only while it is asked for its waits: a page that
 * waits for seconds is asked hundreds of times a second. Playwright’s clock would do, at a hundredth of the speed.
 */
export async function holdTime(page: Page, path: string): Promise<void> {
  await page.addInitScript((ticketPath) => {
    const { setTimeout: later, clearTimeout: forget, fetch: ask } = window;
    const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
    const attempts: number[] = [];
    let now = Date.now();
    let last = 2 ** 30;
    const timeout = (run: () => void, ms = 0) => {
      if (ms === 0) return later(run);
      last += 1;
      timers.set(last, { at: now + ms, run });
      return last;
    };
    Date.now = () => now;
    Object.assign(window, {
      setTimeout: timeout,
      clearTimeout: (id: number) => (timers.delete(id) ? undefined : forget(id)),
      setInterval: () => 0,
      fetch(...request: Parameters<typeof fetch>) {
        if (!String(request[0]).endsWith(ticketPath)) return ask(...request);
        attempts.push(now);
        return Promise.reject(new TypeError('Failed to fetch'));
      },
    });
    const { port1, port2 } = new MessageChannel();
    const turn = () =>
      new Promise<void>((resolve) => {
        port1.onmessage = () => resolve();
        port2.postMessage(undefined);
      });
    const connectNow = () =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Connect now')?.click();
    const passTime = () => {
      const [first] = [...timers].sort(([, one], [, other]) => one.at - other.at);
      if (first === undefined) return;
      const [id, { at, run }] = first;
      timers.delete(id);
      now = Math.max(now, at);
      run();
    };
    const attempt = async (begin: () => void) => {
      const before = attempts.length;
      while (attempts.length === before) {
        begin();
        await turn();
      }
      return attempts.at(-1) ?? 0;
    };
    window.waitsOfComeback = async (count) => {
      const waits: number[] = [];
      let from = await attempt(connectNow);
      while (waits.length < count) {
        const to = await attempt(passTime);
        waits.push(to - from);
        from = to;
      }
      return waits;
    };
  }, path);
}
