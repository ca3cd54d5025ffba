import type { Connection } from './connection.ts';

/** The open sockets of this process. */
export interface Registry {
  /** A handshake begins; call what is returned when it is over, however it ended. */
  arrive(): () => void;
  /** Open sockets and handshakes. */
  size(): number;
  add(connection: Connection): void;
  remove(connection: Connection): void;
  all(): ReadonlySet<Connection>;
  ofUser(userId: string): Iterable<Connection>;
  ofSession(sessionId: string): Iterable<Connection>;
}

export function createRegistry(): Registry {
  const all = new Set<Connection>();
  const users = new Map<string, Set<Connection>>();
  const sessions = new Map<string, Set<Connection>>();
  const arriving = new Set<symbol>();
  return {
    arrive() {
      const arrival = Symbol();
      arriving.add(arrival);
      return () => void arriving.delete(arrival);
    },
    size: () => all.size + arriving.size,
    add(connection) {
      all.add(connection);
      addTo(users, connection.identity.userId, connection);
      addTo(sessions, connection.identity.sessionId, connection);
    },
    remove(connection) {
      all.delete(connection);
      removeFrom(users, connection.identity.userId, connection);
      removeFrom(sessions, connection.identity.sessionId, connection);
    },
    all: () => all,
    ofUser: (userId) => users.get(userId) ?? [],
    ofSession: (sessionId) => sessions.get(sessionId) ?? [],
  };
}

function addTo(index: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([connection]));
  else known.add(connection);
}

function removeFrom(index: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  const known = index.get(key);
  known?.delete(connection);
  if (known?.size === 0) index.delete(key);
}
