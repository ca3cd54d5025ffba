import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Revocation } from '#contracts/wire/auth.ts';
import type { AuditEvent } from './audit.ts';

export interface Metrics {
  readonly contentType: string;
  /** Prometheus' text format. */
  text(): Promise<string>;
  request(labels: { method: string; route: string; status: number }, seconds: number): void;
  auth(event: AuditEvent): void;
  logout(revocation: Revocation): void;
  streamOpened(): void;
  streamClosed(): void;
  answer(outcome: string): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.5, 1, 2.5],
    registers,
  });
  const auth = new Counter({
    name: 'auth_events_total',
    help: 'What happened to accounts.',
    labelNames: ['event'],
    registers,
  });
  const logouts = new Counter({
    name: 'logouts_total',
    help: 'Logouts by how far their revocation came.',
    labelNames: ['revocation'],
    registers,
  });
  const streams = new Gauge({ name: 'sse_streams_open', help: 'Open answer streams.', registers });
  const answers = new Counter({
    name: 'answers_total',
    help: 'Answers by their outcome.',
    labelNames: ['outcome'],
    registers,
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request: (labels, seconds) => requests.observe(labels, seconds),
    auth: (event) => auth.inc({ event }),
    logout: (revocation) => logouts.inc({ revocation }),
    streamOpened: () => streams.inc(),
    streamClosed: () => streams.dec(),
    answer: (outcome) => answers.inc({ outcome }),
  };
}
