import type { ChatParts } from '../chat/parts.ts';
import { createParts, start } from '../chat/service.ts';
import { runService } from '../common/service.ts';
import { type Planter, plant } from './planter.ts';

export const chatPlanters = {
  'chat.ws.close-before-accept': (parts) => ({
    ...parts,
    async handshake(upgrade) {
      const admission = await upgrade.decide();
      if ('refusal' in admission) return upgrade.reject(403);
      return parts.handshake({ ...upgrade, decide: () => Promise.resolve(admission) });
    },
  }),
} as const satisfies Record<string, Planter<ChatParts>>;

/** Runs the chat as this process with the defects `ids` in it. */
export function startPlanted(ids: readonly string[]): Promise<void> {
  return runService('chat', (settings, log) =>
    start(plant(createParts(settings, log), chatPlanters, ids), settings, log),
  );
}
