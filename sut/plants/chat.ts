import type { ChatParts } from '../chat/parts.ts';
import { runService } from '../common/service.ts';
import { chatKeptPlanters } from './chat/kept.ts';
import { legacyPlanters } from './chat/legacy.ts';
import { legacyLayerPlanters } from './chat/legacy-layers.ts';
import { chatRedisPlanters } from './chat/redis.ts';
import { chatSessionPlanters } from './chat/session.ts';
import { chatTokenPlanters } from './chat/token.ts';
import { chatToldPlanters } from './chat/told.ts';
import { chatWebsocketPlanters } from './chat/websocket.ts';
import { type Planter, plant } from './planter.ts';

export const chatPlanters = {
  ...chatKeptPlanters,
  ...legacyLayerPlanters,
  ...legacyPlanters,
  ...chatRedisPlanters,
  ...chatSessionPlanters,
  ...chatToldPlanters,
  ...chatTokenPlanters,
  ...chatWebsocketPlanters,

  'chat.ws.close-before-accept': (parts) => ({
    ...parts,
    async handshake(upgrade) {
      const admission = await upgrade.decide();
      if ('refusal' in admission) return upgrade.reject(403);
      return parts.handshake({ ...upgrade, decide: () => Promise.resolve(admission) });
    },
  }),

  'chat.outage.closes-1008': (parts) => ({
    ...parts,
    closes: { ...parts.closes, storeUnavailable: parts.closes.invalidToken },
  }),

  'chat.revocation.deaf-after-outage': (parts) => {
    const { onSessionEnded, among } = parts.revocations;
    let deaf = false;
    return {
      ...parts,
      revocations: {
        onSessionEnded: (handler) =>
          onSessionEnded((sessionId) => {
            if (!deaf) handler(sessionId);
          }),
        among: (identities) => {
          if (deaf) return Promise.resolve([]);
          return among(identities).catch((error: unknown) => {
            deaf = true;
            throw error;
          });
        },
      },
    };
  },
} as const satisfies Record<string, Planter<ChatParts>>;

/** Runs the chat as this process with the defects `ids` in it. */
export async function startPlanted(ids: readonly string[]): Promise<void> {
  await runService('chat', async (settings, log) => {
    const { createParts, start } = await import('../chat/service.ts');
    return start(plant(createParts(settings, log), chatPlanters, ids), settings, log);
  });
}
