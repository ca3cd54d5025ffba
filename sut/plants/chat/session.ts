import type { ChatParts } from '../../chat/parts.ts';
import type { Planter } from '../planter.ts';

/** Defects of the chat sessions in Redis. */
export const chatSessionPlanters = {
  'chat.redis.replays-old-writes': ({ sessions, ...parts }) => {
    const queued: (() => Promise<void>)[] = [];
    return {
      ...parts,
      sessions: {
        ...sessions,
        touch: (...of) =>
          sessions.touch(...of).catch((error: unknown) => {
            queued.push(() => sessions.open(...of));
            throw error;
          }),
        async end(identity) {
          await sessions.end(identity);
          // Again at each end: a session may be ended by two ways, and the second would take back what the first replayed.
          for (const write of queued) await write();
        },
      },
    };
  },
} as const satisfies Record<string, Planter<ChatParts>>;
