import type { Parts } from '../../api/parts.ts';
import type { Planter } from '../planter.ts';

/** Defects of the api that are felt on the sockets of the chat. */
export const websocketPlanters = {
  'api.refresh.kicks-socket': ({ sessions, ...parts }) => ({
    ...parts,
    sessions: {
      ...sessions,
      async rotate(token) {
        const rotation = await sessions.rotate(token);
        if (rotation.outcome !== 'granted') return rotation;
        const { sessionId } = rotation.grant;
        await parts.blacklistWriter.put([{ sessionId, tokenHash: null, life: 0, tokenLife: 0 }]);
        return rotation;
      },
    },
  }),
} as const satisfies Record<string, Planter<Parts>>;
