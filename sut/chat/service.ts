import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../common/log.ts';
import type { Running } from '../common/service.ts';
import { requestIdOf, sendError } from './exchange.ts';
import { createWheel } from './heartbeat.ts';
import { answerHttp } from './http.ts';
import type { SocketContext } from './open-socket.ts';
import type { ChatParts, ChatSettings } from './parts.ts';
import { createRegistry } from './registry.ts';
import { createUpgrade } from './upgrade.ts';

export { createParts } from './parts.ts';

/** Longer than a proxy keeps an idle upstream connection, so that it never reuses one that is closing. */
const keepAliveTimeout = 75_000;

/** Composes the parts into a service that listens; throws a SettingsError on a weak secret. */
export async function start(parts: ChatParts, settings: ChatSettings, log: Logger): Promise<Running> {
  parts.judgeSecrets(settings);
  let draining = false;
  const registry = createRegistry();
  const wheel = createWheel(settings.WS_HEARTBEAT_MS, (connection) => parts.beat(connection));
  const stopWatch = parts.watchRevocations(parts, registry, settings.REVOCATION_SWEEP_MS, log);
  parts.fanout.onMessage(({ origin, userId, message }) => {
    for (const connection of registry.ofUser(userId)) if (connection.id !== origin) connection.send(message);
  });
  adoptOldHistories(parts, log);
  const context: SocketContext = {
    parts,
    registry,
    wheel,
    heartbeatMs: settings.WS_HEARTBEAT_MS,
    draining: () => draining,
    log,
  };
  const service = { name: settings.SERVICE_NAME, draining: context.draining };
  const server = createServer({ keepAliveTimeout }, (request, response) => {
    answerHttp(parts, service, request, response, log).catch((err: unknown) => {
      const requestId = requestIdOf(request);
      log.error({ err, requestId }, 'a request failed');
      if (response.headersSent) response.destroy();
      else sendError(response, 'internal', requestId);
    });
  });
  server.on('upgrade', createUpgrade(context, settings.TRUSTED_HOPS));
  server.listen({ host: settings.HOST, port: settings.PORT, backlog: 4096 });
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      draining = true;
      await parts.drain(registry, parts.closes.drain, settings.DRAIN_TIMEOUT_MS / 2);
      stopWatch();
      wheel.stop();
      server.close();
      server.closeAllConnections();
      await parts.stores.close();
    },
  };
}

/** Whenever Redis comes (back): who was away may have had them all the time. */
function adoptOldHistories({ stores, oldHistories }: ChatParts, log: Logger): void {
  const adopt = () => {
    oldHistories.adopt().then(
      (adopted) => {
        if (adopted > 0) log.info({ adopted }, 'histories of the old service were given to their users');
      },
      (err: unknown) => log.warn({ err }, 'histories of the old service were not looked for'),
    );
  };
  stores.redis.on('ready', adopt);
  if (stores.redis.status === 'ready') adopt();
}
