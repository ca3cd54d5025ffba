import { Counter, Histogram, Registry } from 'prom-client';

export interface WebMetrics {
  readonly requests: Counter<'route' | 'status'>;
  readonly durations: Histogram<'route'>;
  readonly logouts: Counter<'revocation'>;
  text(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(): WebMetrics {
  const registry = new Registry();
  return {
    requests: new Counter({
      name: 'web_http_requests_total',
      help: 'Requests answered, by route and status.',
      labelNames: ['route', 'status'],
      registers: [registry],
    }),
    durations: new Histogram({
      name: 'web_http_request_duration_seconds',
      help: 'Time from a request to the end of its answer.',
      labelNames: ['route'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers: [registry],
    }),
    logouts: new Counter({
      name: 'web_logouts_total',
      help: 'Logouts answered, by what became of the session.',
      labelNames: ['revocation'],
      registers: [registry],
    }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
