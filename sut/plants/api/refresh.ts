import { randomUUID } from 'node:crypto';
import type { Parts } from '../../api/parts.ts';
import type { Planter } from '../planter.ts';

/** Defects of the rotation of refresh tokens. */
export const refreshPlanters = {
  'api.refresh.no-grace': (parts) => {
    const used = new Set<string>();
    return {
      ...parts,
      sessions: {
        ...parts.sessions,
        async rotate(token) {
          const again = used.has(token);
          used.add(token);
          const rotation = await parts.sessions.rotate(token);
          if (!again || rotation.outcome !== 'granted') return rotation;
          const { sessionId, user } = rotation.grant;
          return { outcome: 'reused', sessionId, userId: user.id };
        },
      },
    };
  },

  'api.refresh.nonatomic': (parts) => {
    const used = new Set<string>();
    return {
      ...parts,
      sessions: {
        ...parts.sessions,
        async rotate(token) {
          const read = used.has(token);
          used.add(token);
          const rotation = await parts.sessions.rotate(token);
          if (!read || rotation.outcome !== 'granted') return rotation;
          // The second one has read the token before the first had written: it gets a successor of its own.
          return { outcome: 'granted', grant: await parts.sessions.open(rotation.grant.user, randomUUID()) };
        },
      },
    };
  },

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
