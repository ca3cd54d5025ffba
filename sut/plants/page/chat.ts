import { paths } from '#contracts/wire/paths.ts';
import type { PageParts } from '../../web/page/parts.ts';
import type { Planter } from '../planter.ts';

/** Defects of the page's way into the chat. */
export const chatClientPlanters = {
  'client.chat.null-is-a-token': (parts) => ({
    ...parts,
    storage() {
      const storage = parts.storage();
      const getItem = (name: string) =>
        String(storage.getItem(name) ?? '').replace('"accessToken":null', '"accessToken":"null"') || null;
      return { getItem, setItem: storage.setItem.bind(storage), removeItem: storage.removeItem.bind(storage) };
    },
    async fetch(address, request) {
      const headers = new Headers(request?.headers);
      const own = String(address).endsWith(paths.chatTickets) && headers.get('authorization') === 'Bearer null';
      return own ? Response.json({ ticket: 'null', expiresIn: 60 }) : parts.fetch(address, request);
    },
  }),

  'client.auth.old-token-sticks': (parts) => {
    let first: string | null = null;
    return {
      ...parts,
      attachToken(headers, token) {
        first ??= token;
        parts.attachToken(headers, first);
      },
    };
  },
} as const satisfies Record<string, Planter<PageParts>>;
