import { accessLog } from './access-log.ts';
import { errorAnswers } from './answers.ts';
import { corsFields, corsMaps } from './cors.ts';
import { passedFields } from './fields.ts';
import { forwarding } from './forwarding.ts';
import { type EdgeInput, type Listener, upstreamNames } from './input.ts';
import { refuseLoops, viaMaps } from './loops.ts';
import { profiles, type Traits } from './profiles.ts';
import { pass, upstreamBlock } from './upstreams.ts';

/** The whole nginx.conf of an edge. */
export function renderConfig(input: EdgeInput): string {
  const traits = profiles[input.profile];
  const openFiles = input.openFiles ?? 16_384;
  const readable = traits.ownErrors === 'readable';
  return `# profile: ${input.profile}
# errors: ${traits.errorLog}
daemon off;
worker_processes ${input.workers ?? 2};
worker_rlimit_nofile ${openFiles};
worker_shutdown_timeout ${traits.afterReload};
pid "${input.folder}/nginx.pid";
lock_file "${input.folder}/nginx.lock";
error_log stderr warn;
events { worker_connections ${openFiles}; }
http {
${temporaryFolders(input.folder)}${maps}${viaMaps}${readable ? corsMaps(input.origins ?? []) : ''}${accessLog()}${limits(input)}${proxying(input, traits)}
${upstreamNames.map((name) => upstreamBlock(name, input.upstreams[name], traits)).join('')}
  server {
    listen ${at(input.listen.http)} backlog=4096;
    listen ${at(input.listen.https)} ssl http2 backlog=4096;
    ssl_certificate "${input.tls.certificate}";
    ssl_certificate_key "${input.tls.key}";
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:tls:1m;
${refuseLoops}${errorAnswers(readable ? `${requestId} ${corsFields}` : requestId)}${routes(input, traits)}  }
${input.status === true ? statusServer(input.folder) : ''}}
`;
}

const at = ({ host, port }: Listener) => `${host}:${port}`;

function temporaryFolders(folder: string): string {
  return ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `  ${kind}_temp_path "${folder}/${kind}";\n`)
    .join('');
}

/** Only a WebSocket is upgraded: any other protocol a client offers ends at this hop. */
const maps = `  map_hash_bucket_size 256;
  map $http_upgrade $upgrade { default ''; ~*^websocket$ websocket; }
  map $upgrade $connection_upgrade { default upgrade; '' close; }
  map $http_x_request_id $trace_id { default $request_id; "~^[A-Za-z0-9._-]{1,64}$" $http_x_request_id; }
  map $http_host $client_host { default $http_host; '' $host; }
  map $request_uri $path { default ''; "~^(?<before_query>[^?]*)" $before_query; }
  map $status $status_number { default $status; ~^0 0; }
`;

/** A location that adds a field of its own inherits none, so it repeats this one. */
const requestId = 'add_header X-Request-Id $trace_id always;';

/** Bodies stay in memory, so that a worker, which may run as another user, writes no file. */
const limits = ({ bodyLimit }: EdgeInput) => `  server_tokens off;
  absolute_redirect off;
  gzip off;
  large_client_header_buffers 4 32k;
  client_max_body_size ${bodyLimit};
  client_body_buffer_size ${bodyLimit};
  proxy_max_temp_file_size 0;
`;

/** The fields sent upstream, and the waits. */
function proxying({ idleTimeout }: EdgeInput, { connection, upgrade, ...traits }: Traits): string {
  const idle = milliseconds(idleTimeout);
  const own = {
    ...forwarding[traits.forwarding],
    'X-Request-Id': '$trace_id',
    Via: '$via',
    Upgrade: upgrade,
    Connection: connection,
  };
  const passed = passedFields.map((name) => [name, `$http_${name.toLowerCase().replaceAll('-', '_')}`]);
  const fields = [...Object.entries(own), ...passed];
  return `${fields.map(([name, value]) => `  proxy_set_header ${name} "${value}";\n`).join('')}  proxy_pass_request_headers off;
  proxy_http_version 1.1;
  proxy_buffering on;
  proxy_buffer_size ${traits.headerBuffer};
  proxy_buffers 8 32k;
  proxy_busy_buffers_size 128k;
  proxy_connect_timeout 2s;
  proxy_read_timeout ${idle};
  proxy_send_timeout ${idle};
  # Without non_idempotent, nothing but a lost connect or an idempotent request goes to a second replica;
  # the time keeps requests that were waited for out of it.
  proxy_next_upstream error timeout;
  proxy_next_upstream_tries 2;
  proxy_next_upstream_timeout 2500ms;
  proxy_hide_header X-Request-Id;
  ${requestId}
`;
}

const milliseconds = (seconds: number) => `${Math.round(seconds * 1000)}ms`;

function routes({ upstreams, idleTimeout }: EdgeInput, traits: Traits): string {
  const { stream } = traits;
  const web = pass('web', upstreams.web, traits);
  const api = pass('api', upstreams.api, traits);
  const chat = pass('chat', upstreams.chat, traits);
  const chatAt = {
    chat: { rest: `${chat} rewrite ^/api/v1/chat(/.*)$ $1 break;`, socket: `${chat} rewrite ^ /ws break;` },
    api: { rest: api, socket: api },
    'prefix-kept': { rest: chat, socket: chat },
  }[traits.chat];
  const said = traits.streamConnection === 'none' ? '' : ` ${requestId} add_header Connection keep-alive always;`;
  const cut = traits.socketIdle === 'as-all' ? '' : ` proxy_read_timeout ${milliseconds(idleTimeout / 4)};`;
  const ignored = stream.buffering === 'on' ? ' proxy_ignore_headers X-Accel-Buffering;' : '';
  return `    location / { ${web} }
    location /auth/ { ${web} }
    location /api/ { ${api} }
    location = /health { ${api} }
    location ~ ^/api/.*/stream$ {
      proxy_http_version ${stream.httpVersion};
      proxy_buffering ${stream.buffering};
      proxy_cache off;${ignored}${said}
      ${api}
    }
    location ^~ /api/v1/chat/ { ${chatAt.rest} }
    # A socket keeps its header buffer for life.
    location = /api/v1/chat/ws { proxy_buffering off; proxy_buffer_size 16k;${cut} ${chatAt.socket} }
`;
}

/** The name of the socket stands in run.sh too, which removes the one of an edge that was killed. */
function statusServer(folder: string): string {
  return `  server {
    listen "unix:${folder}/status";
    access_log off;
    location = / { stub_status; }
    location / { return 404; }
  }
`;
}
