import type { ChatParts } from '../../chat/parts.ts';
import type { Planter } from '../planter.ts';

/** Defects of the chat's sockets: how they are opened, watched and ended. */
export const chatWebsocketPlanters = {
  'chat.ws.no-subprotocol-echo': (parts) => ({ ...parts, selectSubprotocol: () => false }),

  'chat.ws.echo-token': (parts) => ({ ...parts, selectSubprotocol: (offered) => [...offered].at(-1) ?? false }),

  'chat.ws.token-in-subprotocol': (parts) => ({
    ...parts,
    credentialOf(headers, query) {
      const value = headers['sec-websocket-protocol']?.split(',').at(-1)?.trim();
      return parts.credentialOf(headers, query) ?? (value ? { kind: 'token', value } : undefined);
    },
  }),

  'chat.ws.origin-by-prefix': (parts) => ({
    ...parts,
    origins: {
      allows: (origin) => origin?.startsWith('http://localhost:5173') === true || parts.origins.allows(origin),
    },
  }),

  'chat.ws.null-origin-allowed': (parts) => ({
    ...parts,
    origins: { allows: (origin) => origin === 'null' || parts.origins.allows(origin) },
  }),

  'chat.ws.auth-once': (parts) => ({
    ...parts,
    watchRevocations: () => () => undefined,
    standing: async () => 'good',
  }),

  'chat.ws.no-max-payload': (parts) => ({ ...parts, payloadLimit: 0 }),

  'chat.ws.small-max-payload': (parts) => ({ ...parts, payloadLimit: 4096 }),
} as const satisfies Record<string, Planter<ChatParts>>;
