import { dirname, join } from 'node:path';
import type { Seam } from '#contracts/catalogue/defect.ts';
import { type DefectId, defects } from '#contracts/catalogue/defects.ts';
import { runService } from '../common/service.ts';
import type { HeaderField, Inbound, WebParts } from '../web/parts.ts';
import { type Planter, plant } from './planter.ts';
import { webClientPlanters } from './web/client.ts';
import { webProxyPlanters } from './web/proxy.ts';
import { webSessionPlanters } from './web/session.ts';

/** Defect id -> planter, of the defects planted in the web tier. */
export const webPlanters = {
  ...webSessionPlanters,
  ...webProxyPlanters,
  ...webClientPlanters,
  'web.bff.forward-all-headers': (parts) => {
    // Its own dispatcher: without one it uses the process's, which is a newer undici's and does not throw.
    const old = import('undici-6').then(({ Agent, fetch }) => ({ fetch, dispatcher: new Agent() }));
    return {
      ...parts,
      selectHeaders: copyOf,
      async send({ url, method, headers, body, signal }) {
        const { fetch, dispatcher } = await old;
        return await fetch(url, {
          method,
          headers: headers.map(([name, value]) => [name, value]),
          body,
          signal,
          dispatcher,
        });
      },
      close: async () => void (await Promise.all([old.then(({ dispatcher }) => dispatcher.destroy()), parts.close()])),
    };
  },
  'web.bff.forward-hop-by-hop': (parts) => ({
    ...parts,
    selectHeaders: (inbound) => copyOf(inbound).filter(([name]) => !refused.includes(name)),
  }),
  'web.bff.mask-backend-error': (parts) => ({
    ...parts,
    send: (request) => parts.send(request).catch(() => new Response(null, { status: 503 })),
    judgeLogout: () => 'complete',
  }),
  'web.bff.no-deadline': (parts) => ({
    ...parts,
    send: (request) => parts.send({ ...request, signal: new AbortController().signal }),
  }),
  'web.bff.drops-via': (parts) => ({
    ...parts,
    selectHeaders: (inbound) => parts.selectHeaders(inbound).filter(([name]) => name !== 'via'),
  }),
} as const satisfies Record<string, Planter<WebParts>>;

/** What a current undici still throws at, and what describes the hop before rather than the request. */
const refused = ['transfer-encoding', 'keep-alive', 'upgrade', 'expect', 'content-length', 'host'];

function copyOf({ headers }: Inbound): HeaderField[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
}

/** Runs the web tier as this process with the defects `ids` in it: its own, and those of the page it serves. */
export async function startPlanted(ids: readonly string[]): Promise<void> {
  const inPage = ids.filter((id) => seamsOf(id).some((seam) => 'client' in seam));
  const here = ids.filter((id) => !inPage.includes(id) || id in webPlanters);
  await runService('web', async (settings, log) => {
    const { createParts, start } = await import('../web/service.ts');
    const built = inPage.length === 0 ? settings : { ...settings, SPA_DIR: join(dirname(settings.SPA_DIR), 'planted') };
    const parts = plant(createParts(built), webPlanters, here);
    return start(inPage.length === 0 ? parts : withPlantedPage(parts, inPage), built, log);
  });
}

/** The page learns what to plant in itself; only the planted bundle reads it. */
function withPlantedPage(parts: WebParts, plants: readonly string[]): WebParts {
  return { ...parts, pageConfig: () => ({ ...parts.pageConfig(), plants }) };
}

function seamsOf(id: string): readonly Seam[] {
  return id in defects ? defects[id as DefectId].seams : [];
}
