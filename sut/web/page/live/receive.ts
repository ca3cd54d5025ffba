import type { ServerMessage } from '#contracts/wire/chat.ts';
import { answerId, type Entry, fromHistory, withDelta, withEntry } from './state.ts';

/** `entries` after a message of the server. */
export function receive(entries: readonly Entry[], message: ServerMessage): readonly Entry[] {
  switch (message.type) {
    case 'ready':
      return fromHistory(message.history, entries);
    case 'accepted':
      return withEntry(entries, message.id, { status: 'sent' });
    case 'message':
      if (entries.some(({ id }) => id === message.id)) return entries;
      return [...entries, { id: message.id, role: 'user', text: message.text, status: 'sent', deltas: 0 }];
    case 'delta':
      return withDelta(entries, message.id, message.n, message.text);
    case 'done':
      return withEnd(entries, answerId(message.id), message.deltas);
    case 'error':
      return message.id === undefined ? entries : withFailure(entries, message.id, message.code, message.message);
    case 'heartbeat':
    case 'pong':
      return entries;
  }
}

function withEnd(entries: readonly Entry[], id: string, deltas: number): readonly Entry[] {
  const whole = entries.find((entry) => entry.id === id)?.deltas === deltas;
  return withEntry(entries, id, { status: whole ? 'complete' : 'broken' });
}

/** A store that was away did not take the message: it may be sent again. Else it was taken, and the answer failed. */
function withFailure(entries: readonly Entry[], id: string, code: string, text: string): readonly Entry[] {
  if (code === 'store_unavailable' || code === 'invalid_message') return withEntry(entries, id, { status: 'failed' });
  const at = answerId(id);
  if (entries.some((entry) => entry.id === at)) return withEntry(entries, at, { status: 'broken' });
  return [...entries, { id: at, role: 'assistant', text, status: 'broken', deltas: 0 }];
}
