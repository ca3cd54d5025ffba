import { clearTimeout, setTimeout } from 'k6/timers';
import { WebSocket } from 'k6/websockets';

/** How a connect ended. Only the first message after authentication makes it a success; `open` does not. */
export type Connect =
  | { readonly outcome: 'ready' }
  /** Accepted and closed before it was ready. */
  | { readonly outcome: 'closed'; readonly code: number | undefined }
  /** Answered, with something else than 101: k6 does not show the status. */
  | { readonly outcome: 'handshake refused' }
  /** Accepted without one of the subprotocols that were offered: a browser ends the connection then. */
  | { readonly outcome: 'subprotocol missing' }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'timed out' };

export interface ChatSocket {
  /** Asks for a sign of life; `answered()` is false until something arrives. */
  ask(): void;
  answered(): boolean;
  /** Sends a question, once it is ready. */
  say(id: string, text: string): void;
  /** Ends a socket that was ready; `ended` is not told. */
  close(): void;
}

export interface Listener {
  /** The handshake was answered with 101, whatever comes then. */
  opened(): void;
  /** Once a socket. */
  connect(result: Connect): void;
  /** Once a socket that was ready, when the other side ended it; not after `close()`. */
  ended(code: number | undefined): void;
  /** What arrives for a question of this socket. */
  answer?(type: AnswerType, id: string): void;
}

/** What a client says in its handshake beside the address. */
export interface Handshake {
  readonly headers?: Readonly<Record<string, string>>;
  /** Subprotocols that it offers. */
  readonly protocols?: readonly string[];
}

const answerTypes = ['accepted', 'delta', 'done', 'error'] as const;
export type AnswerType = (typeof answerTypes)[number];

const connectWithin = 5000;

/** Opens one socket. k6's own metrics count failed handshakes and drop open sessions; so this tells for itself. */
export function openChatSocket(url: string, listener: Listener, handshake: Handshake = {}): ChatSocket {
  const { headers = {}, protocols = [] } = handshake;
  const offered: Record<string, string> =
    protocols.length > 0 ? { 'Sec-WebSocket-Protocol': protocols.join(', ') } : {};
  // A name of its own: otherwise the metrics are tagged with the address, and the credential in it.
  const socket = new WebSocket(url, null, { tags: { name: 'chat' }, headers: { ...headers, ...offered } });
  let state: 'connecting' | 'ready' | 'over' = 'connecting';
  let opened = false;
  let refused = false;
  let heard = true;

  const settle = (result: Connect) => {
    if (state !== 'connecting') return;
    clearTimeout(deadline);
    state = result.outcome === 'ready' ? 'ready' : 'over';
    listener.connect(result);
  };
  /** Before it is open, close() would block every socket of this VU until its handshake ends. */
  const close = () => {
    state = 'over';
    if (opened) socket.close();
  };
  const deadline = setTimeout(() => {
    settle({ outcome: 'timed out' });
    close();
  }, connectWithin);

  socket.onopen = () => {
    opened = true;
    listener.opened();
    if (protocols.length > 0 && !protocols.includes(socket.protocol)) settle({ outcome: 'subprotocol missing' });
    if (state === 'over') socket.close();
  };
  socket.addEventListener('message', ({ data }) => {
    heard = true;
    const { type, id } = parse(data);
    if (state === 'connecting' && type === 'ready') settle({ outcome: 'ready' });
    const kind = answerTypes.find((known) => known === type);
    if (state === 'ready' && kind !== undefined && id !== undefined) listener.answer?.(kind, id);
  });
  socket.addEventListener('error', ({ error }) => {
    refused ||= /bad handshake/.test(error);
  });
  socket.addEventListener('close', ({ code }) => {
    if (state === 'ready') {
      state = 'over';
      listener.ended(code);
    } else if (opened) settle({ outcome: 'closed', code });
    else settle({ outcome: refused ? 'handshake refused' : 'unreachable' });
  });

  return {
    ask() {
      heard = false;
      if (state === 'ready') socket.send(JSON.stringify({ type: 'ping' }));
    },
    answered: () => heard,
    say: (id, text) => socket.send(JSON.stringify({ type: 'message', id, text })),
    close,
  };
}

function parse(data: unknown): { readonly type?: string; readonly id?: string } {
  try {
    return JSON.parse(String(data));
  } catch {
    return {};
  }
}
