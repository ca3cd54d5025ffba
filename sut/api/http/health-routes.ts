import type { FastifyInstance } from 'fastify';
import { paths } from '#contracts/wire/paths.ts';
import type { Parts } from '../parts.ts';

/** GET and HEAD; `/health` says what `/health/ready` says. */
export function addHealth(app: FastifyInstance, parts: Parts): void {
  for (const url of [paths.health, `${paths.health}/ready`]) {
    app.get(url, async (_request, reply) => {
      const answer = await parts.health.ready();
      return reply.code(answer.status === 'ok' ? 200 : 503).send(answer);
    });
  }
  app.get(`${paths.health}/live`, async () => parts.health.live());
  app.get('/metrics', async (_request, reply) =>
    reply.type(parts.metrics.contentType).send(await parts.metrics.text()),
  );
}
