import type { WebParts } from '../../web/parts.ts';
import type { Planter } from '../planter.ts';

/** The web tier with one more field copied from the client's request. */
const alsoForwarding =
  (name: string): Planter<WebParts> =>
  (parts) => ({
    ...parts,
    selectHeaders(inbound) {
      const value = inbound.headers[name];
      const fields = parts.selectHeaders(inbound);
      return typeof value === 'string' ? [...fields, [name, value]] : fields;
    },
  });

/** A JSON body as another program writes it: the same, and of another length. */
const compacted = (body: Buffer | null) =>
  body === null ? null : Buffer.from(JSON.stringify(JSON.parse(body.toString())));

/** Defects of what the web tier forwards, and of what it gives back. */
export const webProxyPlanters = {
  'web.bff.forwards-transfer-encoding': alsoForwarding('transfer-encoding'),
  'web.bff.forwards-expect': alsoForwarding('expect'),

  'web.bff.forwards-content-length'(parts) {
    const forwarding = alsoForwarding('content-length')(parts);
    return { ...forwarding, send: ({ body, ...request }) => parts.send({ ...request, body: compacted(body) }) };
  },

  'web.bff.merge-set-cookie': (parts) => ({
    ...parts,
    async readAnswer(response) {
      const joined = response.headers.get('set-cookie');
      return { ...(await parts.readAnswer(response)), setCookies: joined === null ? [] : [joined] };
    },
  }),

  'web.bff.drop-set-cookie': (parts) => ({
    ...parts,
    readAnswer: async (response) => ({ ...(await parts.readAnswer(response)), setCookies: [] }),
  }),
} as const satisfies Record<string, Planter<WebParts>>;
