import type { Connection } from './connection.ts';

/** What is done for one socket once every heartbeat interval. */
export type Beat = (connection: Connection) => void;

const missedAtMost = 2;

/** Pings, and tells the page too, which cannot see pings; ends a peer that missed two. */
export const beat: Beat = (connection) => {
  if (connection.unansweredPings >= missedAtMost) return connection.terminate();
  connection.unansweredPings += 1;
  connection.ping();
  connection.send({ type: 'heartbeat' });
};

export interface Wheel {
  add(connection: Connection): void;
  remove(connection: Connection): void;
  stop(): void;
}

const slotCount = 16;

/** One timer for all sockets: each stands in one of 16 slots, and one slot has its turn at a time. */
export function createWheel(intervalMs: number, turn: Beat): Wheel {
  const slots = Array.from({ length: slotCount }, () => new Set<Connection>());
  let now = 0;
  const timer = setInterval(() => {
    now = (now + 1) % slotCount;
    for (const connection of slots[now] ?? []) turn(connection);
  }, intervalMs / slotCount);
  return {
    // The slot that just had its turn: a new socket's first heartbeat is a whole interval away.
    add: (connection) => void slots[now]?.add(connection),
    remove: (connection) => {
      for (const slot of slots) if (slot.delete(connection)) return;
    },
    stop: () => clearInterval(timer),
  };
}
