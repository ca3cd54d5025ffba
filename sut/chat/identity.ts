import { z } from 'zod';

/** Who holds a credential. Also what a ticket stands for in Redis: no token is in it, only its hash. */
export const Identity = z.object({
  userId: z.uuid(),
  email: z.email(),
  role: z.string(),
  sessionId: z.uuid(),
  tokenHash: z.string(),
  /** Expiry of the access token, seconds since the epoch. */
  tokenExp: z.number(),
});
export type Identity = z.infer<typeof Identity>;
