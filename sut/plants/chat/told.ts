import type { ChatParts } from '../../chat/parts.ts';
import type { Planter } from '../planter.ts';

/** A metric of the chat, some of whose ways to change it do nothing. */
const deaf =
  (
    name: 'authenticated' | 'refused' | 'open' | 'latency' | 'redisSessionHealth',
    changes: Record<string, () => void>,
  ): Planter<ChatParts> =>
  (parts) => ({
    ...parts,
    metrics: { ...parts.metrics, [name]: Object.assign(Object.create(parts.metrics[name]), changes) },
  });

/** Defects of what the chat says of a dead model, and of itself. */
export const chatToldPlanters = {
  'chat.model.death-closes-the-socket': (parts) => ({
    ...parts,
    async produceAnswer(...of) {
      const whole = await parts.produceAnswer(...of);
      const [, connection, , , signal] = of;
      if (whole === undefined && !signal.aborted) connection.close({ code: 1011, reason: 'Internal error' });
      return whole;
    },
  }),

  'chat.model.death-is-silence': (parts) => ({
    ...parts,
    model: {
      async *answer(...of) {
        try {
          yield* parts.model.answer(...of);
        } catch {
          // Nothing to say.
        }
      },
    },
  }),

  'chat.metrics.refusals-uncounted': deaf('refused', { inc: () => undefined }),

  'chat.metrics.successes-uncounted': deaf('authenticated', { inc: () => undefined }),

  'chat.metrics.messages-untimed': deaf('latency', { observe: () => undefined }),

  'chat.ws.own-close-code': (parts) => ({
    ...parts,
    closes: { ...parts.closes, invalidToken: { ...parts.closes.invalidToken, code: 4401 } },
  }),

  'chat.ws.no-close-reason': (parts) => ({
    ...parts,
    closes: { ...parts.closes, invalidToken: { ...parts.closes.invalidToken, reason: '' } },
  }),

  'chat.metrics.open-never-falls': deaf('open', { dec: () => undefined }),

  'chat.metrics.sessions-always-healthy': (parts) => {
    parts.metrics.redisSessionHealth.set(1);
    return deaf('redisSessionHealth', { set: () => undefined })(parts);
  },
} as const satisfies Record<string, Planter<ChatParts>>;
