import type { History } from '#fixtures/scenario/history.ts';
import { beganAt, type Operation, operationsOf } from '#fixtures/scenario/operations.ts';

/** Ways in which a token is used. */
export const ways = ['me', 'stream', 'socket'] as const;
export const isUse = ({ act }: Operation) => (ways as readonly string[]).includes(act);

/** One session of a history, with what was done in it. */
export interface SessionHistory {
  readonly session: string;
  readonly operations: readonly Operation[];
  /** The first logout; undefined when nobody logged it out. */
  readonly logout: Operation | undefined;
  /** What the logout was answered; undefined when it promised nothing. */
  readonly promised: 'complete' | 'pending' | undefined;
}

export function sessionsOf(history: History): readonly SessionHistory[] {
  const bySession = Map.groupBy(operationsOf(history), ({ session }) => session);
  return [...bySession].map(([session, operations]) => {
    const logout = operations.find(({ act }) => act === 'logout');
    const answer = logout?.outcome === 'ok' ? logout.value : undefined;
    return {
      session,
      operations,
      logout,
      promised: answer === 'complete' || answer === 'pending' ? answer : undefined,
    };
  });
}

/** Whether an operation was over before anybody began to log its session out. */
export function wasValid({ logout }: SessionHistory, { completedAt }: Operation): boolean {
  return logout === undefined || (completedAt !== undefined && completedAt < logout.invokedAt);
}

/** Longest recovery in milliseconds, from the moment at which the fault was over. */
export const recoverWithin = 5000;

/** When the fault was over: Redis answered again. */
export const healedAt = (history: History) => beganAt(history, 'recovery');
