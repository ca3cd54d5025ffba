import type { EdgeProfile } from '#contracts/catalogue/edge-profiles.ts';

/** What a profile may change. Every member is written into every configuration: nginx's defaults differ by version. */
export interface Traits {
  /** Value of the Connection field sent upstream; `$connection_upgrade` is `upgrade` for a WebSocket, else `close`. */
  readonly connection: '$connection_upgrade' | 'upgrade' | 'close' | '';
  /** Value of the Upgrade field sent upstream; `$upgrade` is what a client asked for, if that is a WebSocket. */
  readonly upgrade: '$upgrade' | '';
  /** Longest silence of the chat on a socket: as for all upstreams, or a quarter of that. */
  readonly socketIdle: 'as-all' | 'quarter';
  /** How long what is open may outlive a reload; 0: as long as it likes. */
  readonly afterReload: '0' | '1s';
  /** How a stream is fetched from the api, and whether it is held back until it ends. */
  readonly stream: { readonly httpVersion: '1.1' | '1.0'; readonly buffering: 'off' | 'on' };
  /** What services are told of the client: what the edge saw, what nginx tells by itself, or what the client claims. */
  readonly forwarding: 'seen' | 'defaults' | 'claimed';
  /** Room for the head of an upstream's answer. */
  readonly headerBuffer: '128k' | '4k';
  /** A field that is added to the answers of streams. */
  readonly streamConnection: 'none' | 'keep-alive';
  /** Where the chat’s paths go, and whether without their prefix. */
  readonly chat: 'chat' | 'api' | 'prefix-kept';
  /** Whether a page of an allowed origin may read the edge’s own errors. */
  readonly ownErrors: 'readable' | 'without-cors';
  /** Whether the log of nginx goes through the redactor. */
  readonly errorLog: 'redacted' | 'raw';
  /** How often an upstream known by its name is looked up. */
  readonly lookUp: 'every-second' | 'at-start';
}

const reference: Traits = {
  connection: '$connection_upgrade',
  upgrade: '$upgrade',
  socketIdle: 'as-all',
  afterReload: '0',
  stream: { httpVersion: '1.1', buffering: 'off' },
  forwarding: 'seen',
  headerBuffer: '128k',
  streamConnection: 'none',
  chat: 'chat',
  ownErrors: 'readable',
  errorLog: 'redacted',
  lookUp: 'every-second',
};

/** Each profile is the reference but for what it names. */
export const profiles: Readonly<Record<EdgeProfile, Traits>> = {
  reference,
  'connection-upgrade-always': { ...reference, connection: 'upgrade' },
  'connection-empty-always': { ...reference, connection: '' },
  'upgrade-not-passed': { ...reference, connection: 'close', upgrade: '' },
  'socket-idle-below-heartbeat': { ...reference, socketIdle: 'quarter' },
  'reload-cuts': { ...reference, afterReload: '1s' },
  'sse-http10-buffered': { ...reference, stream: { httpVersion: '1.0', buffering: 'on' } },
  'upstreams-resolved-once': { ...reference, lookUp: 'at-start' },
  'forwarding-defaults': { ...reference, forwarding: 'defaults' },
  'client-address-claimed': { ...reference, forwarding: 'claimed' },
  'small-header-buffer': { ...reference, headerBuffer: '4k' },
  'stream-keep-alive': { ...reference, streamConnection: 'keep-alive' },
  'chat-to-api': { ...reference, chat: 'api' },
  'chat-prefix-kept': { ...reference, chat: 'prefix-kept' },
  'errors-without-cors': { ...reference, ownErrors: 'without-cors' },
  'raw-error-log': { ...reference, errorLog: 'raw' },
};
