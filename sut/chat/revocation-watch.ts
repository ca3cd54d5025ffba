import type { Logger } from '../common/log.ts';
import type { ChatParts } from './parts.ts';
import type { Registry } from './registry.ts';

type Needs = Pick<ChatParts, 'revocations' | 'sessions' | 'closes'>;
export type WatchRevocations = (parts: Needs, registry: Registry, sweepMs: number, log: Logger) => () => void;

/**
 * Closes the sockets of sessions that have ended: at once when told, and in a sweep for what was not
 * told. While Redis is away nothing is cut. Returns what stops the watch.
 */
export const watchRevocations: WatchRevocations = (parts, registry, sweepMs, log) => {
  const end = (sessionId: string) => {
    const connections = [...registry.ofSession(sessionId)];
    for (const connection of connections) connection.end(parts.closes.sessionEnded);
    if (connections[0] === undefined) return;
    parts.sessions
      .end(connections[0].identity)
      .catch((err: unknown) => log.warn({ err }, 'a chat session was not removed'));
  };
  parts.revocations.onSessionEnded(end);
  let sweeping = false;
  const timer = setInterval(() => {
    if (sweeping) return;
    sweeping = true;
    parts.revocations
      .among(Array.from(registry.all(), ({ identity }) => identity))
      .then((revoked) => {
        for (const sessionId of new Set(revoked.map((identity) => identity.sessionId))) end(sessionId);
      })
      .catch((err: unknown) => log.debug({ err }, 'the sweep found no Redis'))
      .finally(() => {
        sweeping = false;
      });
  }, sweepMs);
  return () => clearInterval(timer);
};
