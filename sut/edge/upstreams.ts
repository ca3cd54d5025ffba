import type { Upstream, UpstreamName } from './input.ts';

/** The block that lists the replicas of an upstream; empty for one that is looked up by name. */
export function upstreamBlock(name: UpstreamName, upstream: Upstream): string {
  if (!('addresses' in upstream)) return '';
  const servers = upstream.addresses.map((address) => `    server ${address} max_fails=0;\n`).join('');
  // The zone makes all workers take the replicas in one turn.
  return `  upstream ${name} {\n    zone ${name} 64k;\n${servers}  }\n`;
}

/** What sends a location's requests to an upstream. */
export function pass(name: UpstreamName, upstream: Upstream): string {
  if ('addresses' in upstream) return `proxy_pass http://${name};`;
  // nginx looks a name up once, at start, unless it comes from a variable.
  const lookUp = `resolver ${upstream.resolver} valid=1s ipv6=off; resolver_timeout 2s;`;
  return `${lookUp} set $${name} ${upstream.name}:${upstream.port}; proxy_pass http://$${name};`;
}
