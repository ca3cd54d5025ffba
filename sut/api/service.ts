import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Running } from '../common/service.ts';
import { createServer } from './http/server.ts';
import type { Parts } from './parts.ts';
import { reconcile, sweepStreams } from './revocation/reconcile.ts';
import { startSweeper } from './sweeper.ts';

export { createParts } from './create-parts.ts';

/** Pause after a failed sweep while the service has never been ready: its stores are starting, too. */
const startingMs = 30;
/** How often what can no longer refuse or grant anything is deleted. */
const pruneMs = 60_000;
/** Part of the drain's time that open streams get; the rest is for ending them in order. */
const streamsShare = 0.8;

/** Throws a SettingsError on a weak secret. Listens at once; becomes ready by itself when its stores are there. */
export async function start(parts: Parts): Promise<Running> {
  const { settings, progress } = parts;
  parts.judgeSecrets(settings);
  const app = createServer(parts);
  const revocations = startSweeper(
    () => bringUpToDate(parts),
    (ok) => (ok || progress.reconciled ? settings.REVOCATION_SWEEP_MS : startingMs),
  );
  const streams = startSweeper(
    () => sweepStreams(parts),
    () => settings.REVOCATION_SWEEP_MS,
  );
  const housekeeping = startSweeper(
    () => parts.ledger.prune(),
    () => pruneMs,
  );
  parts.listen({
    ended: (sessionId) => parts.openStreams.end(sessionId),
    back: () => {
      parts.trust.stale = true;
      revocations.wake();
    },
  });
  await app.listen({ host: settings.HOST, port: settings.PORT });
  const { port } = app.server.address() as AddressInfo;
  return {
    port,
    async close() {
      progress.draining = true;
      await drain(app, parts, settings.DRAIN_TIMEOUT_MS * streamsShare);
      await Promise.all([revocations.stop(), streams.stop(), housekeeping.stop(), parts.audit.settled()]);
      await parts.disconnect();
    },
  };
}

async function bringUpToDate(parts: Parts): Promise<void> {
  const { progress, log } = parts;
  if (!progress.migrated) {
    await parts.migrate(parts.migrations).catch((err: unknown) => {
      log.debug({ err }, 'the schema is not up to date yet');
      throw err;
    });
    progress.migrated = true;
    log.info('the schema is up to date');
  }
  await reconcile(parts);
  if (progress.reconciled) return;
  progress.reconciled = true;
  log.info('ready');
  // What the model client loads with its first answer; here it holds nobody up.
  await import('undici');
}

/** Takes no new connection, lets answers and streams end for `graceMs`, then ends them. */
async function drain(app: FastifyInstance, parts: Parts, graceMs: number): Promise<void> {
  const closed = app.close();
  // A connection that becomes idle only now would otherwise be kept alive by its client.
  const idle = setInterval(() => app.server.closeIdleConnections(), 25);
  const cut = setTimeout(() => parts.openStreams.endAll(), graceMs);
  await Promise.all([closed, parts.answers.drain(graceMs)]);
  clearTimeout(cut);
  clearInterval(idle);
}
