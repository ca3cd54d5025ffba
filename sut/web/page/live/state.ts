import type { ChatHistoryEntry } from '#contracts/wire/chat.ts';

/** State of the live chat’s connection, as it is shown. */
export type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  /** `until` is a time in the manner of Date.now(). */
  | { readonly state: 'reconnecting'; readonly until: number }
  | { readonly state: 'offline' }
  | { readonly state: 'authentication-required' }
  | { readonly state: 'closed'; readonly reason: string };

export type EntryStatus = 'sending' | 'sent' | 'failed' | 'streaming' | 'broken' | 'complete';

export interface Entry {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly text: string;
  readonly status: EntryStatus;
  /** Number of the last delta in `text`. */
  readonly deltas: number;
}

export interface LiveState {
  readonly connection: Connection;
  readonly entries: readonly Entry[];
}

export const answerId = (id: string): string => `${id}:answer`;

/** What the server remembers, and after it what it does not know yet. */
export function fromHistory(history: readonly ChatHistoryEntry[], entries: readonly Entry[]): readonly Entry[] {
  const known = new Set(history.map(({ id }) => id));
  const unknown = entries.filter(({ id, role, status }) => role === 'user' && status !== 'sent' && !known.has(id));
  return [
    ...history.map(
      ({ id, role, text }): Entry => ({ id, role, text, deltas: 0, status: role === 'user' ? 'sent' : 'complete' }),
    ),
    ...unknown,
  ];
}

/** `entries` with a delta in place; a repeated one changes nothing. */
export function withDelta(entries: readonly Entry[], id: string, n: number, text: string): readonly Entry[] {
  const at = answerId(id);
  const before = entries.find((entry) => entry.id === at);
  if (before === undefined) return [...entries, { id: at, role: 'assistant', text, status: 'streaming', deltas: n }];
  if (n <= before.deltas) return entries;
  return withEntry(entries, at, { text: before.text + text, deltas: n, status: 'streaming' });
}

export function withEntry(entries: readonly Entry[], id: string, change: Partial<Entry>): readonly Entry[] {
  return entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
}

/** Nothing more comes of the answers that were arriving. */
export function breakAnswers(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry) => (entry.status === 'streaming' ? { ...entry, status: 'broken' } : entry));
}

/** What was not taken is not sent again by itself. */
export function failUnsent(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry) => (entry.status === 'sending' ? { ...entry, status: 'failed' } : entry));
}

/** Ids of what the server has not taken yet. */
export function unsentIn(entries: readonly Entry[]): readonly string[] {
  return entries.filter(({ status }) => status === 'sending').map(({ id }) => id);
}
