import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Parts } from '../../api/parts.ts';
import type { Planter } from '../planter.ts';

const gap = 75;

/** Defects that show only when several things are done with a session. */
export const modelPlanters = {
  'api.refresh.gives-the-old-token': (parts) => ({
    ...parts,
    sessions: {
      ...parts.sessions,
      async rotate(token) {
        const rotation = await parts.sessions.rotate(token);
        if (rotation.outcome !== 'granted') return rotation;
        return { outcome: 'granted', grant: { ...rotation.grant, refreshToken: token } };
      },
    },
  }),

  'api.logout.ignores-the-cookie': (parts) => ({
    ...parts,
    endSession: (all, { refreshHash: _, ...ending }) => parts.endSession(all, ending),
  }),

  'api.logout.expired-ends-nothing': (parts) => ({
    ...parts,
    tokens: { ...parts.tokens, verify: (token) => parts.tokens.verify(token) },
  }),

  'api.refresh.revives-the-session': (parts) => {
    const users = new Map<string, Parameters<Parts['sessions']['open']>[0]>();
    return {
      ...parts,
      // Both take their time between reading and writing, the refresh longer.
      endSession: (...ending) => delay(gap).then(() => parts.endSession(...ending)),
      sessions: {
        ...parts.sessions,
        open(user, sessionId) {
          users.set(sessionId, user);
          return parts.sessions.open(user, sessionId);
        },
        async rotate(token) {
          const read = (await parts.sessions.of(token)) ?? '';
          const [before] = await parts.sessions.endedOf([read]);
          await delay(2 * gap);
          const rotation = await parts.sessions.rotate(token);
          const user = users.get(read);
          if (before !== undefined || rotation.outcome !== 'refused' || user === undefined) return rotation;
          return { outcome: 'granted', grant: await parts.sessions.open(user, randomUUID()) };
        },
      },
    };
  },
} as const satisfies Record<string, Planter<Parts>>;
