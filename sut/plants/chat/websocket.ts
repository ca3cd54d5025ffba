import { redisKeys } from '#contracts/wire/redis.ts';
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
  'chat.ws.no-ping': (parts) => ({ ...parts, beat: () => undefined }),

  'chat.ws.no-drain': (parts) => ({ ...parts, drain: async () => undefined }),

  'chat.ws.drain-says-1008': (parts) => ({ ...parts, closes: { ...parts.closes, drain: parts.closes.invalidToken } }),

  'chat.ws.no-pubsub': (parts) => {
    const handlers: Parameters<ChatParts['fanout']['onMessage']>[0][] = [];
    return {
      ...parts,
      fanout: {
        ...parts.fanout,
        publish: async (envelope) => {
          for (const handler of handlers) handler(envelope);
        },
        onMessage: (handler) => void handlers.push(handler),
      },
    };
  },

  'chat.tickets.in-memory': ({ tickets, ...parts }) => {
    const issued = new Set<string>();
    return {
      ...parts,
      tickets: {
        async issue(identity) {
          const answer = await tickets.issue(identity);
          issued.add(answer.ticket);
          return answer;
        },
        take: async (ticket) => (issued.delete(ticket) ? tickets.take(ticket) : undefined),
      },
    };
  },

  'chat.history.in-memory': ({ history, ...parts }) => {
    const own = new Set<string>();
    return {
      ...parts,
      history: {
        ...history,
        read: async (identity) => (await history.read(identity)).filter(({ id }) => own.has(id)),
        async accept(identity, entry) {
          own.add(entry.id);
          return history.accept(identity, entry);
        },
      },
    };
  },
  'chat.ws.keeps-dead-peers': (parts) => ({
    ...parts,
    beat(connection) {
      connection.unansweredPings = 0;
      parts.beat(connection);
    },
  }),

  'chat.ws.repeats-are-new': ({ history, ...parts }) => ({
    ...parts,
    history: {
      ...history,
      async accept(...of) {
        await history.accept(...of);
        return 'new';
      },
    },
  }),
  'chat.ws.trusts-being-told': (parts) => ({ ...parts, standing: async () => 'good' }),
  'chat.tickets.raw-key': ({ tickets, ...parts }) => ({
    ...parts,
    tickets: {
      ...tickets,
      async issue(identity) {
        const answer = await tickets.issue(identity);
        const life = Math.round(answer.expiresIn * 1000);
        await parts.stores.redis.set(redisKeys.chatTicket(answer.ticket), JSON.stringify(identity), 'PX', life);
        return answer;
      },
    },
  }),
} as const satisfies Record<string, Planter<ChatParts>>;
