/** Named configurations of the edge: `reference` is right, each other one reproduces a bad one. */
export const edgeProfiles = {
  reference: 'HTTP/1.1 upstream, Connection by map, streams unbuffered, error log without queries.',
  'connection-upgrade-always': 'The copied WebSocket recipe: every request goes upstream with Connection: upgrade.',
  'connection-empty-always': 'Report 1’s remedy: Connection is empty everywhere, so no WebSocket can be upgraded.',
  'upgrade-not-passed': 'What nginx does by itself: Upgrade ends here, and every request goes upstream with close.',
  'socket-idle-below-heartbeat': 'A socket is cut after less silence than there is between two heartbeats.',
  'reload-cuts': 'What is open when the edge is reloaded is cut a second later, by worker_shutdown_timeout.',
  'sse-http10-buffered': 'Upstream HTTP/1.0 with buffering: a stream arrives in one piece at its end.',
  'upstreams-resolved-once': 'Upstreams are looked up when nginx starts, and never again.',
  'forwarding-defaults': 'Host is the upstream’s name, and no field says who the client is: what nginx does by itself.',
  'client-address-claimed': 'X-Real-IP, X-Forwarded-For and X-Forwarded-Proto go on as the client wrote them.',
  'small-header-buffer': 'Room for 4 KiB of an upstream’s header fields, as nginx has by itself.',
  'stream-keep-alive': 'Streams are answered with Connection: keep-alive, over HTTP/2 too.',
  'chat-to-api': 'All of /api/ goes to the api, the chat’s paths too.',
  'chat-prefix-kept': 'The chat’s paths go on with the prefix that the chat does not know.',
  'errors-without-cors': 'What the edge answers by itself says nothing to pages of other origins.',
  'raw-error-log': 'The error log as nginx writes it, with the full query of every failed request.',
} as const;
export type EdgeProfile = keyof typeof edgeProfiles;
