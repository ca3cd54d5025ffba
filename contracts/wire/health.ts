import { z } from 'zod';

/** GET or HEAD /health, /health/live and /health/ready: 200 `ok`, or 503 `unavailable` with what is missing. */
export const HealthAnswer = z.object({
  status: z.enum(['ok', 'unavailable']),
  service: z.string(),
  checks: z.record(z.string(), z.enum(['ok', 'unavailable'])),
});
export type HealthAnswer = z.infer<typeof HealthAnswer>;
