import { randomUUID } from 'node:crypto';
import type { Rotation } from '../../api/auth/sessions.ts';
import type { Parts } from '../../api/parts.ts';
import type { Planter } from '../planter.ts';

type Granted = Extract<Rotation, { outcome: 'granted' }>;

/** A second use of a refresh token, which was granted, is answered otherwise. */
const secondUse =
  (answer: (rotation: Granted, parts: Parts) => Promise<Rotation>): Planter<Parts> =>
  (parts) => {
    const used = new Set<string>();
    return {
      ...parts,
      sessions: {
        ...parts.sessions,
        async rotate(token) {
          const again = used.has(token);
          used.add(token);
          const rotation = await parts.sessions.rotate(token);
          return again && rotation.outcome === 'granted' ? answer(rotation, parts) : rotation;
        },
      },
    };
  };

/** Defects of the rotation of refresh tokens. */
export const refreshPlanters = {
  'api.refresh.no-grace': secondUse(async ({ grant: { sessionId, user } }) => ({
    outcome: 'reused',
    sessionId,
    userId: user.id,
  })),

  // The second one has read the token before the first had written: it gets a successor of its own.
  'api.refresh.nonatomic': secondUse(async ({ grant }, { sessions }) => ({
    outcome: 'granted',
    grant: await sessions.open(grant.user, randomUUID()),
  })),

  'api.refresh.ignores-replay': (parts) => ({
    ...parts,
    sessions: {
      ...parts.sessions,
      async rotate(token) {
        const rotation = await parts.sessions.rotate(token);
        return rotation.outcome === 'reused' ? { outcome: 'refused' } : rotation;
      },
    },
  }),
} as const satisfies Record<string, Planter<Parts>>;
