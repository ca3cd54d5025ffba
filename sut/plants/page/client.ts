import type { PageParts } from '../../web/page/parts.ts';
import type { Planter } from '../planter.ts';

/** Defects of the page’s session. */
export const clientPlanters = {
  'client.back.shows-what-was-loaded': (parts) => {
    const kept = new Map<string, string>();
    let wentBack = false;
    addEventListener('popstate', () => {
      wentBack = true;
    });
    return {
      ...parts,
      admit(...state) {
        const admission = parts.admit(...state);
        return wentBack && admission === 'login' ? 'content' : admission;
      },
      attachToken(headers, token) {
        if (token !== null) parts.attachToken(headers, token);
      },
      async fetch(address, request) {
        const name = `${request?.method} ${String(address)}`;
        const known = kept.get(name);
        if (wentBack && known !== undefined) return new Response(known);
        const answer = await parts.fetch(address, request);
        if (request?.method === 'GET') kept.set(name, await answer.clone().text());
        return answer;
      },
    };
  },

  'client.refresh.no-backoff': (parts) => ({ ...parts, backoff: () => 1000 }),

  'client.logout.csrf-stale': (parts) => ({
    ...parts,
    createSession(...needs) {
      const session = parts.createSession(...needs);
      const logOut = async () => {
        const token = await parts.fetch('/auth/csrf');
        if (token.ok) await session.logOut();
      };
      return { ...session, logOut };
    },
  }),

  'client.refresh.each-for-itself': (parts) => {
    const lonely: PageParts = { ...parts, alone: (task) => task(false) };
    return {
      ...lonely,
      createRefresher: (_parts, config, store) => ({
        renew: (stale) => parts.createRefresher(lonely, config, store).renew(stale),
      }),
    };
  },

  'client.refresh.any-error-logs-out': (parts) => ({
    ...parts,
    judgeRefresh: (status) => (status === 200 ? 'renewed' : 'ended'),
  }),

  'client.refresh.loop': (parts) => ({
    ...parts,
    createRefresher(...needs) {
      const { renew } = parts.createRefresher(...needs);
      const again = async (stale: string): ReturnType<typeof renew> => {
        const outcome = await renew(stale);
        return outcome === 'ended' ? again(stale) : outcome;
      };
      return { renew: again };
    },
  }),

  'client.auth.single-401-kills': (parts) => ({
    ...parts,
    judgeRefusal: ({ status }) => (status === 401 || status === 403 ? 'end' : 'unrelated'),
  }),

  'client.auth.swallow-401': (parts) => ({ ...parts, judgeRefusal: () => 'unrelated' }),
} as const satisfies Record<string, Planter<PageParts>>;
