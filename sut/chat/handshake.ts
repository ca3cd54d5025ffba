import type { WebSocket } from 'ws';
import type { Admission } from './authenticate.ts';

/** One request to upgrade, and what can be done with it. */
interface Upgrade {
  /** Answers 101. The socket is paused: what the client sends early waits, nothing is lost. */
  accept(): Promise<WebSocket>;
  /** Answers an HTTP error instead of 101: a browser then sees 1006 and no reason. */
  reject(status: 403 | 503): void;
  /** Whether this client may come in. */
  decide(): Promise<Admission>;
  /** Opens the accepted socket, or closes it with the code of the refusal. */
  settle(socket: WebSocket, admission: Admission): Promise<void>;
}

export type Handshake = (upgrade: Upgrade) => Promise<void>;

/** Accepts first and decides then: only a socket that is open can carry a close code and a reason. */
export const acceptThenDecide: Handshake = async ({ accept, decide, settle }) => {
  const socket = await accept();
  await settle(socket, await decide());
};
