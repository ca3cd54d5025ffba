import type { PageParts } from '../../web/page/parts.ts';
import type { Planter } from '../planter.ts';
import { chatClientPlanters } from './chat.ts';
import { clientPlanters } from './client.ts';
import { corsClientPlanters } from './cors.ts';
import { websocketClientPlanters } from './websocket.ts';

/** How long a reading of storage takes in a store that decrypts, or sits in IndexedDB. */
const storageDelayMs = 150;

/** Defect id -> planter, of the defects planted in the page. */
export const pagePlanters: Readonly<Record<string, Planter<PageParts>>> = {
  ...chatClientPlanters,
  ...clientPlanters,
  ...corsClientPlanters,
  ...websocketClientPlanters,

  'client.store.async-ungated': (parts) => ({
    ...parts,
    storage() {
      const storage = parts.storage();
      const getItem = async (name: string) => {
        await new Promise((resolve) => setTimeout(resolve, storageDelayMs));
        return await storage.getItem(name);
      };
      return { getItem, setItem: storage.setItem.bind(storage), removeItem: storage.removeItem.bind(storage) };
    },
    createGate: () => ({ ...parts.createGate(), opened: Promise.resolve() }),
    admit(gateIsOpen, state) {
      const admission = parts.admit(gateIsOpen, state);
      return admission === 'loading' ? 'content' : admission;
    },
    attachToken(headers, token) {
      if (token !== null) parts.attachToken(headers, token);
    },
  }),

  'client.tabs.deaf': (parts) => ({ ...parts, followTabs: () => () => undefined }),

  'client.refusal.outage-ends-session': (parts) => ({ ...parts, judgeRefusal: () => 'end' }),
};
