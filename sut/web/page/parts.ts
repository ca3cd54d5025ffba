import type { EventSourceMessage } from 'eventsource-parser';
import type { StateStorage } from 'zustand/middleware';
import type { StoredAuth } from '#contracts/wire/auth.ts';
import { attachToken } from './api/attach-token.ts';
import { type Judgement, judgeRefusal, type Refusal } from './api/refusal.ts';
import { type Admission, admit } from './auth/admit.ts';
import { type FollowTabs, followTabs } from './auth/follow-tabs.ts';
import { createGate, type Gate } from './auth/gate.ts';
import { alone, createRefresher, judgeRefresh, type RefreshOutcome } from './auth/refresh.ts';
import { createSession } from './auth/session.ts';
import { type CloseAction, judgeClose } from './live/judge-close.ts';
import { backoff } from './stream/backoff.ts';
import { decodeEvents } from './stream/decode-events.ts';

/** The parts the page is built from. */
export interface PageParts {
  readonly fetch: typeof fetch;
  /** Where the session is kept. May throw, and so may what it returns. */
  storage(): StateStorage;
  createGate(): Gate;
  admit(gateIsOpen: boolean, state: StoredAuth): Admission;
  attachToken(headers: Headers, token: string | null): void;
  judgeRefusal(refusal: Refusal): Judgement;
  judgeRefresh(status: number): RefreshOutcome;
  /** Runs a task while no other tab runs one. */
  alone<T>(task: (waited: boolean) => Promise<T>): Promise<T>;
  createRefresher: typeof createRefresher;
  createSession: typeof createSession;
  followTabs: FollowTabs;
  decodeEvents(body: ReadableStream<Uint8Array>, idleMs: number): AsyncIterable<EventSourceMessage>;
  openSocket(url: string): WebSocket;
  judgeClose(code: number, reason: string): CloseAction;
  /** Milliseconds of silence after which a socket is dead, whatever its readyState says. */
  longestSilence(heartbeatMs: number): number;
  /** Milliseconds before attempt 1, 2, ... of a reconnect or a resume. */
  backoff(attempt: number): number;
}

/** Longest wait for the stored session. A storage that takes longer counts as empty. */
const gateDeadlineMs = 1500;

/** The real parts of the page. */
export function createPageParts(): PageParts {
  return {
    fetch: (...request) => fetch(...request),
    storage: () => localStorage,
    createGate: () => createGate(gateDeadlineMs),
    admit,
    attachToken,
    judgeRefusal,
    judgeRefresh,
    alone,
    createRefresher,
    createSession,
    followTabs,
    decodeEvents,
    openSocket: (url) => new WebSocket(url),
    judgeClose,
    longestSilence: (heartbeatMs) => 2 * heartbeatMs,
    backoff,
  };
}
