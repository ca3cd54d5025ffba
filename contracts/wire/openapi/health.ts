import { HealthAnswer } from '../health.ts';
import { paths } from '../paths.ts';
import type { Answer, Operation } from './operation.ts';

const there: Answer = { description: 'It is.', body: HealthAnswer };
const missing: Answer = { description: 'It is not; `checks` says what is missing.', body: HealthAnswer };
const everyService = 'Every service has this path; the edge passes it to the web tier.';

/** What an operator asks of the api, also past the edge. */
export const healthOperations = {
  health: of('get', paths.health, 'Whether the api can work.', { 200: there, 503: missing }),
  healthHead: of('head', paths.health, 'Whether the api can work, without a body.', {
    200: { description: 'It is.' },
    503: { description: 'It is not.' },
  }),
  healthReady: of('get', `${paths.health}/ready`, `Whether the service can work. ${everyService}`, {
    200: there,
    503: missing,
  }),
  healthLive: of('get', `${paths.health}/live`, `Whether the process answers. ${everyService}`, { 200: there }),
  metrics: of('get', '/metrics', `The service’s figures in Prometheus’ text format. ${everyService}`, {
    200: { description: 'The figures.', body: 'text' },
  }),
} as const satisfies Record<string, Operation>;

function of(
  method: Operation['method'],
  path: string,
  summary: string,
  answers: Readonly<Record<number, Answer>>,
): Operation {
  return { service: 'api', method, path, summary, credential: 'none', answers, errors: [] };
}
