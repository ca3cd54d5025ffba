import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type ChatMetrics = ReturnType<typeof createMetrics>;

/** The chat's Prometheus metrics, in a registry of their own. `evictedKeys` is asked at each scrape. */
export function createMetrics(evictedKeys: () => Promise<number>) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'chat_redis_evicted_keys',
    help: 'Keys that Redis has evicted since it started; NaN while it cannot be asked.',
    registers,
    async collect() {
      this.set(await evictedKeys().catch(() => Number.NaN));
    },
  });
  return {
    registry,
    open: new Gauge({ name: 'chat_connections_open', help: 'Authenticated sockets that are open.', registers }),
    connects: new Counter({ name: 'chat_connects_total', help: 'Upgrade requests to the socket’s path.', registers }),
    authenticated: new Counter({ name: 'chat_auth_success_total', help: 'Connects that were let in.', registers }),
    refused: new Counter({
      name: 'chat_auth_failures_total',
      help: 'Connects that were refused, by reason.',
      labelNames: ['reason'] as const,
      registers,
    }),
    closed: new Counter({
      name: 'chat_closes_total',
      help: 'Closed sockets, by close code; codes that clients may invent count as "other".',
      labelNames: ['code'] as const,
      registers,
    }),
    messages: new Counter({
      name: 'chat_messages_total',
      help: 'Messages from clients, by what became of them.',
      labelNames: ['outcome'] as const,
      registers,
    }),
    latency: new Histogram({
      name: 'chat_message_latency_seconds',
      help: 'From a message’s arrival to its first delta.',
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    redisSessionHealth: new Gauge({
      name: 'chat_redis_session_healthy',
      help: '1 while the last write of a chat session to Redis succeeded, else 0.',
      registers,
    }),
  };
}
