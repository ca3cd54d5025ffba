/**
 * Every setting of every service: the one typed place. A setting is an environment variable.
 * An empty value is refused by the service that reads it; so is a required one that is missing.
 *
 * `scales: true` marks lifetimes and idle times: `TIMING_DIVISOR` (timing `fast`) divides their
 * defaults, all by the same number. Deadlines within which a machine must answer do not scale: the
 * machine does not become faster.
 */
export interface Setting {
  readonly services: readonly ServiceKind[];
  readonly kind:
    | 'text'
    | 'secret'
    | 'url'
    | 'port'
    | 'origins'
    | 'count'
    | 'bytes'
    | 'seconds'
    | 'ms'
    | 'choice'
    | 'path';
  readonly default?: string | number;
  readonly required?: true;
  readonly scales?: true;
  readonly choices?: readonly string[];
  readonly description: string;
}

export const serviceKinds = ['edge', 'web', 'api', 'chat', 'model', 'postgres', 'redis'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** timing name -> what `TIMING_DIVISOR` is. `fast` makes an idle minute three seconds. */
export const timings = { production: 1, fast: 20 } as const;
export type Timing = keyof typeof timings;

// biome-ignore format: one setting a line reads as the table that it is
export const settings = {
  HOST: { services: ['web', 'api', 'chat', 'model'], kind: 'text', default: '127.0.0.1', description: 'Address to listen on.' },
  PORT: { services: ['web', 'api', 'chat', 'model'], kind: 'port', required: true, description: 'TCP port to listen on.' },
  SERVICE_NAME: { services: ['web', 'api', 'chat', 'model'], kind: 'text', required: true, description: 'This replica’s name in logs, `api#2` for a second one.' },
  LOG_LEVEL: { services: ['web', 'api', 'chat', 'model'], kind: 'choice', choices: ['debug', 'info', 'warn', 'error'], default: 'info', description: 'Least severe level that is logged.' },
  TIMING_DIVISOR: { services: ['web', 'api', 'chat', 'model', 'edge'], kind: 'count', default: 1, description: 'Divides the default of every setting that scales.' },
  DRAIN_TIMEOUT_MS: { services: ['web', 'api', 'chat', 'model'], kind: 'ms', default: 3000, description: 'Longest wait for open requests, streams and sockets after SIGTERM.' },

  DATABASE_URL: { services: ['api', 'chat'], kind: 'url', required: true, description: 'PostgreSQL. The chat uses the role chat_reader, which may only SELECT.' },
  DATABASE_POOL_SIZE: { services: ['api', 'chat'], kind: 'count', default: 10, description: 'Largest number of PostgreSQL connections of one replica.' },
  DATABASE_TIMEOUT_MS: { services: ['api', 'chat'], kind: 'ms', default: 1000, description: 'Longest wait for a connection and its statements together; less than INTERNAL_TIMEOUT_MS, so that the web tier hears the api say what failed.' },
  CHAT_READER_PASSWORD: { services: ['api'], kind: 'secret', required: true, description: 'Password the migrations give to the role chat_reader.' },
  REDIS_HOST: { services: ['api', 'chat'], kind: 'text', required: true, description: 'Redis host.' },
  REDIS_PORT: { services: ['api', 'chat'], kind: 'port', required: true, description: 'Redis port.' },
  REDIS_COMMAND_TIMEOUT_MS: { services: ['api', 'chat'], kind: 'ms', default: 700, description: 'Longest wait for one Redis command; a paused Redis costs this much, not for ever.' },

  JWT_SECRET: { services: ['api', 'chat'], kind: 'secret', required: true, description: 'Signs and verifies access tokens (HS256). At least 32 bytes, not a well-known default.' },
  JWT_SECRET_PREVIOUS: { services: ['api', 'chat'], kind: 'secret', description: 'Still accepted, no longer signing: set it while a secret is rotated.' },
  JWT_EXPIRES_IN: { services: ['api'], kind: 'seconds', default: 1800, scales: true, description: 'Life of an access token.' },
  REFRESH_EXPIRES_IN: { services: ['api'], kind: 'seconds', default: 1_209_600, scales: true, description: 'Life of a refresh token; each rotation starts it anew.' },
  REFRESH_GRACE_MS: { services: ['api'], kind: 'ms', default: 10_000, scales: true, description: 'How long a rotated refresh token still answers with its successor (two tabs at once).' },
  SESSION_MAX_AGE: { services: ['api'], kind: 'seconds', default: 2_592_000, scales: true, description: 'Absolute life of a session, whatever is refreshed.' },
  CORS_ORIGIN: { services: ['edge', 'api', 'chat', 'web'], kind: 'origins', required: true, description: 'Origins that pages may come from, comma-separated, matched exactly. For the chat: the allowed Origin of a WebSocket.' },
  LOGIN_FAILURES_PER_ACCOUNT: { services: ['api'], kind: 'count', default: 10, description: 'Failed logins of one account within the window before 429.' },
  LOGIN_FAILURES_PER_ADDRESS: { services: ['api'], kind: 'count', default: 100, description: 'Failed logins from one client address within the window before 429.' },
  LOGIN_FAILURE_WINDOW: { services: ['api'], kind: 'seconds', default: 900, scales: true, description: 'Window of the login rate limits.' },
  PASSWORD_COST: { services: ['api'], kind: 'count', default: 16_384, description: 'scrypt N; a power of two.' },
  TRUSTED_HOPS: { services: ['api', 'chat'], kind: 'count', default: 1, description: 'Reverse proxies in front whose X-Forwarded-For entry is believed.' },
  BODY_LIMIT: { services: ['edge', 'api', 'web'], kind: 'bytes', default: 1_048_576, description: 'Largest request body.' },
  REVOCATION_SWEEP_MS: { services: ['api', 'chat'], kind: 'ms', default: 500, description: 'How often pending revocations are completed and open sockets and streams are checked again.' },

  OLLAMA_URL: { services: ['api', 'chat'], kind: 'url', required: true, description: 'Ollama, or the model stand-in.' },
  OLLAMA_MODEL: { services: ['api', 'chat'], kind: 'text', default: 'stand-in', description: 'Model name sent to Ollama.' },
  MODEL_IDLE_TIMEOUT_MS: { services: ['api', 'chat'], kind: 'ms', default: 300_000, scales: true, description: 'Longest silence of the model before its answer counts as failed.' },
  SSE_HEARTBEAT_MS: { services: ['api'], kind: 'ms', default: 15_000, scales: true, description: 'Interval of comment frames on a silent stream; stays below the smallest proxy idle time.' },
  ANSWER_RESUME_SECONDS: { services: ['api'], kind: 'seconds', default: 300, scales: true, description: 'How long a finished answer can be resumed by Last-Event-ID.' },

  CHAT_SESSION_SECONDS: { services: ['chat'], kind: 'seconds', default: 1800, scales: true, description: 'Sliding life of chat_session:{user}:{session}.' },
  CHAT_HISTORY_SECONDS: { services: ['chat'], kind: 'seconds', default: 86_400, scales: true, description: 'Life of a chat history.' },
  CHAT_TICKET_SECONDS: { services: ['chat'], kind: 'seconds', default: 600, scales: true, description: 'Life of an unused ticket.' },
  WS_HEARTBEAT_MS: { services: ['chat'], kind: 'ms', default: 20_000, scales: true, description: 'Interval of pings and heartbeat messages; a peer that misses two is terminated.' },
  WS_MAX_PAYLOAD: { services: ['chat'], kind: 'bytes', default: 65_536, description: 'Largest message; a larger one is closed with 1009.' },

  MODEL_TOKEN_INTERVAL_MS: { services: ['model'], kind: 'ms', default: 30, description: 'Time between two tokens, unless the prompt says otherwise.' },
  MODEL_TOKENS: { services: ['model'], kind: 'count', default: 24, description: 'Tokens of an answer, unless the prompt says otherwise.' },

  INTERNAL_URL: { services: ['web'], kind: 'url', required: true, description: 'The api as the web tier reaches it.' },
  INTERNAL_TIMEOUT_MS: { services: ['web'], kind: 'ms', default: 1500, description: 'Longest wait for the api; a logout then still clears the client and says `failed`.' },
  SPA_DIR: { services: ['web'], kind: 'path', required: true, description: 'Folder of the built page.' },
  VITE_API_URL: { services: ['web'], kind: 'url', description: 'Origin of the api as the page calls it, when the page is served from another origin.' },

  EDGE_IDLE_TIMEOUT: { services: ['edge'], kind: 'seconds', default: 60, scales: true, description: 'nginx proxy_read_timeout and proxy_send_timeout: longest silence of an upstream.' },
  EDGE_WORKERS: { services: ['edge'], kind: 'count', default: 1, description: 'nginx worker_processes.' },
  EDGE_OPEN_FILES: { services: ['edge'], kind: 'count', default: 4096, description: 'nginx worker_rlimit_nofile and worker_connections: a WebSocket takes two.' },
} as const satisfies Record<string, Setting>;
export type SettingName = keyof typeof settings;

/** Settings a client of the harness may not choose: the driver wires them. */
export const wiredSettings = [
  'HOST',
  'PORT',
  'SERVICE_NAME',
  'TIMING_DIVISOR',
  'DATABASE_URL',
  'CHAT_READER_PASSWORD',
  'REDIS_HOST',
  'REDIS_PORT',
  'SPA_DIR',
] as const satisfies readonly SettingName[];

/** Secrets that stand in tutorials, templates and compose files: whoever reads them can sign. */
export const wellKnownSecrets = [
  'change-me-in-production-use-long-random-string',
  'change-me',
  'changeme',
  'secret',
  'your-secret-key',
  'your-256-bit-secret',
  'your-super-secret-jwt-key-change-this-in-production',
  'your-long-random-string',
  '<your-long-random-string>',
  'supersecretjwtkeythatnobodywilleverguess',
  'jwt-secret-change-in-production-please-now',
  'default-jwt-secret-do-not-use-in-production',
] as const;
export const shortestSecret = 32;
