import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { ServerMessage } from '#contracts/wire/chat.ts';
import type { Close } from './closing.ts';
import type { Identity } from './identity.ts';

/** Bytes that may wait for a client that does not read; beyond it the client is cut off. */
const longestBacklog = 1_048_576;

/** The connection beneath a WebSocket. */
export type Wire = Pick<Duplex, 'cork' | 'uncork'>;

/** One authenticated socket. */
export class Connection {
  readonly id: string;
  readonly identity: Identity;
  readonly requestId: string;
  readonly openedAt = Date.now();
  /** Answers that are being produced for this socket. They outlive it, but not its login session. */
  readonly answers = new Set<AbortController>();
  /** Code of the first close frame this side sent; a peer that goes without answering it is no abnormal close. */
  closedWith: number | undefined;
  /** Pings sent since the peer last gave a sign of life. */
  unansweredPings = 0;
  readonly #socket: WebSocket;
  readonly #wire: Wire;
  #gathering = false;

  constructor(id: string, identity: Identity, requestId: string, socket: WebSocket, wire: Wire) {
    this.id = id;
    this.identity = identity;
    this.requestId = requestId;
    this.#socket = socket;
    this.#wire = wire;
  }

  /** Sends nothing to a socket that is closing; ends one whose backlog is longer than 1 MiB. */
  send(message: ServerMessage): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > longestBacklog) return this.#socket.terminate();
    this.#gather();
    this.#socket.send(JSON.stringify(message), ignoreBrokenPipe);
  }

  /** What is sent in one turn of the event loop leaves in one write: a write costs more than what it carries. */
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    this.#wire.cork();
    setImmediate(() => {
      this.#gathering = false;
      this.#wire.uncork();
    });
  }

  ping(): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping(undefined, undefined, ignoreBrokenPipe);
  }

  close({ code, reason }: Close): void {
    this.closedWith ??= code;
    this.#socket.close(code, reason);
  }

  /** Closes, and stops every answer that is being produced. */
  end(close: Close): void {
    for (const answer of this.answers) answer.abort();
    this.close(close);
  }

  terminate(): void {
    this.#socket.terminate();
  }
}

/** A write that fails is followed by the socket's `close`, which is where it is dealt with. */
function ignoreBrokenPipe(): void {}
