/** One JSON line a request, without its query; `$path` is what the client asked for. */
export function accessLog(): string {
  const text = (name: string, value: string) => `"${name}":"${value}"`;
  const members = [
    text('level', 'info'),
    text('time', '$time_iso8601'),
    '"epoch":$msec',
    text('service', 'edge'),
    text('msg', 'request'),
    text('requestId', '$trace_id'),
    text('method', '$request_method'),
    text('path', '$path'),
    text('protocol', '$server_protocol'),
    '"status":$status_number',
    '"bytes":$bytes_sent',
    '"seconds":$request_time',
    text('upstream', '$upstream_addr'),
    text('upstreamStatus', '$upstream_status'),
    text('upstreamSeconds', '$upstream_response_time'),
    text('client', '$remote_addr'),
  ];
  return `  log_format json escape=json '{${members.join(',')}}';\n  access_log /dev/stdout json;\n`;
}
