import { createStore, type StoreApi } from 'zustand/vanilla';
import { ServerMessage, TicketAnswer } from '#contracts/wire/chat.ts';
import { paths } from '#contracts/wire/paths.ts';
import type { ApiClient } from '../api/api-client.ts';
import { PageError } from '../api/page-error.ts';
import type { PageConfig } from '../config.ts';
import type { PageParts } from '../parts.ts';
import { receive } from './receive.ts';
import { breakAnswers, type Connection, type Entry, failUnsent, type LiveState, unsentIn, withEntry } from './state.ts';

interface Needs {
  readonly config: PageConfig;
  readonly api: ApiClient;
  readonly hasToken: () => boolean;
}

/** Time for a socket to become authenticated. */
const connectTimeoutMs = 10_000;

/** The live chat: one socket at a time, opened with a single-use ticket, opened again when it is lost. */
export class LiveChat {
  readonly state: StoreApi<LiveState> = createStore(() => ({ connection: { state: 'connecting' }, entries: [] }));
  readonly #parts: PageParts;
  readonly #needs: Needs;
  #socket: WebSocket | undefined;
  /** Aborted by `stop` and by every new attempt. */
  #attempt = new AbortController();
  #attempts = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #heartbeatMs = connectTimeoutMs / 2;
  #running = false;

  constructor(parts: PageParts, needs: Needs) {
    this.#parts = parts;
    this.#needs = needs;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#attempts = 0;
    addEventListener('online', this.#onOnline);
    addEventListener('pagehide', this.#onHide);
    addEventListener('pageshow', this.#onShow);
    this.#connect();
  }

  stop(): void {
    this.#running = false;
    removeEventListener('online', this.#onOnline);
    removeEventListener('pagehide', this.#onHide);
    removeEventListener('pageshow', this.#onShow);
    this.#abandon();
  }

  /** Says `text`, now or as soon as there is a connection; returns its id. */
  say(text: string): string {
    const id = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
    this.#change((entries) => [...entries, { id, role: 'user', text, status: 'sending', deltas: 0 }]);
    this.#flush([id]);
    return id;
  }

  /** Sends a failed message again, under its old id: the server tells repeats by it. */
  sayAgain(id: string): void {
    this.#change((entries) => withEntry(entries, id, { status: 'sending' }));
    this.#flush([id]);
  }

  /** Connects at once instead of waiting. */
  retryNow(): void {
    this.#attempts = 0;
    this.#connect();
  }

  readonly #onOnline = () => {
    if (this.state.getState().connection.state !== 'live') this.retryNow();
  };
  readonly #onHide = () => this.#abandon();
  readonly #onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.retryNow();
  };

  #show(connection: Connection): void {
    this.state.setState({ connection });
  }

  #change(entries: (before: readonly Entry[]) => readonly Entry[]): void {
    this.state.setState((before) => ({ entries: entries(before.entries) }));
  }

  #connect(): void {
    this.#abandon();
    if (!this.#running) return;
    const state = !this.#needs.hasToken() ? 'authentication-required' : navigator.onLine ? 'connecting' : 'offline';
    this.#show({ state });
    if (state !== 'connecting') return;
    const { signal } = this.#attempt;
    this.#open(signal).catch((error: unknown) => {
      if (!signal.aborted) this.#onRefused(error);
    });
  }

  async #open(signal: AbortSignal): Promise<void> {
    const { api, config } = this.#needs;
    const response = await api.send(paths.chatTickets, { method: 'POST', signal });
    const { ticket } = TicketAnswer.parse(await response.json());
    signal.throwIfAborted();
    const url = new URL(paths.chatSocket, config.apiOrigin.replace(/^http/, 'ws'));
    url.searchParams.set('ticket', ticket);
    const socket = this.#parts.openSocket(url.href);
    this.#socket = socket;
    this.#heartbeatMs = connectTimeoutMs / 2;
    this.#watch();
    socket.onmessage = ({ data }) => this.#onMessage(data);
    socket.onclose = ({ code, reason }) => this.#onClose(code, reason);
  }

  #onRefused(error: unknown): void {
    const kind = error instanceof PageError ? error.kind : 'unreachable';
    if (kind === 'unreachable') this.#wait();
    else if (kind === 'refused') this.#show({ state: 'closed', reason: error instanceof Error ? error.message : '' });
    else this.#show({ state: 'authentication-required' });
  }

  #onMessage(data: unknown): void {
    this.#watch();
    const message = ServerMessage.safeParse(parseJson(data)).data;
    if (message === undefined) return;
    this.#change((entries) => receive(entries, message));
    if (message.type === 'ready') {
      this.#show({ state: 'live' });
      this.#heartbeatMs = message.heartbeatMs;
      this.#attempts = 0;
      this.#watch();
      this.#flush(unsentIn(this.state.getState().entries));
    }
  }

  #onClose(code: number, reason: string): void {
    clearTimeout(this.#timer);
    this.#socket = undefined;
    this.#change(breakAnswers);
    const action = this.#parts.judgeClose(code, reason);
    if (action === 'drop-message') this.#change(failUnsent);
    if (action === 'stop') this.#show({ state: 'closed', reason });
    else if (action === 'check-session') this.#checkSession();
    else this.#wait();
  }

  #checkSession(): void {
    this.#show({ state: 'connecting' });
    const { signal } = this.#attempt;
    // An ended session is not seen here: the api client ends it, and the login page is shown.
    this.#needs.api.send(paths.me, { signal }).then(
      () => this.#wait(),
      (error: unknown) => {
        if (!signal.aborted) this.#onRefused(error);
      },
    );
  }

  #wait(): void {
    if (!this.#running) return;
    if (!navigator.onLine) {
      this.#show({ state: 'offline' });
      return;
    }
    this.#attempts += 1;
    const delay = this.#parts.backoff(this.#attempts);
    this.#show({ state: 'reconnecting', until: Date.now() + delay });
    this.#timer = setTimeout(() => this.#connect(), delay);
  }

  /** A connection that is silent for too long is dead. */
  #watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#abandon();
      this.#wait();
    }, this.#parts.longestSilence(this.#heartbeatMs));
  }

  #abandon(): void {
    clearTimeout(this.#timer);
    this.#attempt.abort();
    this.#attempt = new AbortController();
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket === undefined) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close(1000);
    this.#change(breakAnswers);
  }

  #flush(ids: readonly string[]): void {
    const { connection, entries } = this.state.getState();
    if (connection.state !== 'live' || this.#socket?.readyState !== WebSocket.OPEN) return;
    for (const { id, text } of entries.filter((entry) => ids.includes(entry.id))) {
      this.#socket.send(JSON.stringify({ type: 'message', id, text }));
    }
  }
}

function parseJson(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}
