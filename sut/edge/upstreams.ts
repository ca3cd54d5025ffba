import type { Upstream, UpstreamName } from './input.ts';
import type { Traits } from './profiles.ts';

/** The upstream as a block lists it: by its replicas, or by a name that is looked up when nginx starts. */
function fixed(upstream: Upstream, { lookUp }: Traits): readonly string[] | undefined {
  if ('addresses' in upstream) return upstream.addresses;
  return lookUp === 'at-start' ? [`${upstream.name}:${upstream.port}`] : undefined;
}

/** The block that lists the replicas of an upstream; empty for one that is looked up again and again. */
export function upstreamBlock(name: UpstreamName, upstream: Upstream, traits: Traits): string {
  const servers = fixed(upstream, traits)?.map((address) => `    server ${address} max_fails=0;\n`);
  // The zone makes all workers take the replicas in one turn.
  return servers === undefined ? '' : `  upstream ${name} {\n    zone ${name} 64k;\n${servers.join('')}  }\n`;
}

/** What sends a location's requests to an upstream. */
export function pass(name: UpstreamName, upstream: Upstream, traits: Traits): string {
  if ('addresses' in upstream || fixed(upstream, traits) !== undefined) return `proxy_pass http://${name};`;
  // nginx looks a name up once, at start, unless it comes from a variable.
  const lookUp = `resolver ${upstream.resolver} valid=1s ipv6=off; resolver_timeout 2s;`;
  return `${lookUp} set $${name} ${upstream.name}:${upstream.port}; proxy_pass http://$${name};`;
}
