import { enableCompileCache } from 'node:module';
import type { ServiceKind } from '#contracts/wire/settings.ts';
import { createLog, type Logger } from './log.ts';
import { readSettings, SettingsError, type SettingsOf } from './settings.ts';

/** A service that listens. `close` stops taking work, lets what is open end, and releases everything. */
export interface Running {
  readonly port: number;
  close(): Promise<void>;
}

export type NodeService = Extract<ServiceKind, 'web' | 'api' | 'chat' | 'model'>;
/** What every Node service reads. */
type CommonSettings = Pick<SettingsOf<'model'>, 'SERVICE_NAME' | 'LOG_LEVEL' | 'DRAIN_TIMEOUT_MS'>;

export type Start<Service extends NodeService> = (settings: SettingsOf<Service>, log: Logger) => Promise<Running>;

/**
 * Runs one service as this process: settings, start, drain on SIGTERM or SIGINT.
 * Exits 0 after a drain, 1 when it dies, 2 when its settings are refused.
 */
export async function runService<Service extends NodeService>(kind: Service, start: Start<Service>): Promise<void> {
  enableCompileCache();
  const settings = readOrExit(kind);
  const { SERVICE_NAME, LOG_LEVEL, DRAIN_TIMEOUT_MS } = settings as unknown as CommonSettings;
  const log = createLog(SERVICE_NAME, LOG_LEVEL);
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'the service died of an error nobody handled');
    process.exit(1);
  });
  const running = await start(settings, log).catch((err: unknown) => {
    log.fatal({ err }, 'the service failed to start');
    return process.exit(err instanceof SettingsError ? 2 : 1);
  });
  const drain = (signal: NodeJS.Signals) => {
    log.info({ signal }, 'draining');
    setTimeout(() => process.exit(0), DRAIN_TIMEOUT_MS).unref();
    running.close().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'the drain failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', drain);
  process.once('SIGINT', drain);
  log.info({ port: running.port, pid: process.pid }, 'listening');
}

function readOrExit<Service extends NodeService>(kind: Service): SettingsOf<Service> {
  try {
    return readSettings(kind);
  } catch (error) {
    process.stderr.write(`${error instanceof SettingsError ? error.message : String(error)}\n`);
    return process.exit(2);
  }
}
