import type { Page } from '@playwright/test';

interface Opened {
  /** `let in` once its first message is there, else what it was closed with. */
  readonly outcome: string;
  readonly protocol: string;
}

/** Opens a socket to `path` as a script of the page would, with these subprotocols. */
export function openInPage(page: Page, path: string, protocols: readonly string[] = []): Promise<Opened> {
  return page.evaluate(
    ([target, offered]) =>
      new Promise<Opened>((resolve) => {
        const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${target}`, [...offered]);
        socket.onmessage = () => {
          resolve({ outcome: 'let in', protocol: socket.protocol });
          socket.close();
        };
        socket.onclose = ({ code, reason }) =>
          resolve({ outcome: `${code} ${reason}`.trim(), protocol: socket.protocol });
      }),
    [path, protocols] as const,
  );
}
