import { setTimeout as delay } from 'node:timers/promises';
import type { Call } from '../../api/endpoints/endpoint.ts';
import type { Parts } from '../../api/parts.ts';
import { sha256 } from '../../common/tokens.ts';
import type { Planter } from '../planter.ts';
import { around } from './around.ts';

interface Refusal {
  readonly status: number;
  readonly detail: string;
}

const notAuthenticated: Refusal = { status: 403, detail: 'Not authenticated' };
const notValidated: Refusal = { status: 401, detail: 'Could not validate credentials' };

/** What report 3's logout did before: it depended on a current, active user. Each planter is one of its refusals. */
const refusing = (refuse: (call: Call) => Refusal | undefined | Promise<Refusal | undefined>): Planter<Parts> =>
  around('logout', async (call, real) => {
    const refusal = await refuse(call);
    if (refusal === undefined) return real(call);
    call.reply.code(refusal.status);
    return { detail: refusal.detail };
  });

const tokenOf = ({ parts, request }: Call) => parts.credentials.of(request.headers, undefined);

async function claimsOf(call: Call) {
  const verified = await call.parts.tokens.verify(tokenOf(call) ?? '');
  return 'claims' in verified ? verified.claims : undefined;
}

async function refusalOf(call: Call) {
  const verified = await call.parts.tokens.verify(tokenOf(call) ?? '');
  return 'refusal' in verified ? verified.refusal : undefined;
}

/** Defects of the logout endpoint alone. */
export const logoutPlanters = {
  'api.logout.requires-auth': (parts) => ({ ...parts, access: { ...parts.access, logout: 'session' } }),

  'api.logout.no-revoke': (parts) => ({
    ...parts,
    endSession: async () => ({ revocation: 'complete', userId: undefined }),
  }),

  'api.logout.refuses-no-token': refusing((call) => (tokenOf(call) === undefined ? notAuthenticated : undefined)),

  'api.logout.refuses-invalid-token': refusing(async (call) =>
    tokenOf(call) !== undefined && (await refusalOf(call)) === 'token_invalid' ? notValidated : undefined,
  ),

  'api.logout.refuses-expired-token': refusing(async (call) =>
    (await refusalOf(call)) === 'token_expired' ? notValidated : undefined,
  ),

  'api.logout.refuses-logged-out': refusing(async (call) => {
    const claims = await claimsOf(call);
    if (claims === undefined) return undefined;
    const answer = await call.parts.blacklist.ask(sha256(tokenOf(call) ?? ''), claims.session_id);
    return answer === 'revoked' ? notAuthenticated : undefined;
  }),

  'api.logout.loads-the-user': refusing(async (call) => {
    const claims = await claimsOf(call);
    if (claims === undefined) return undefined;
    return call.parts.accounts.byId(claims.id).then(
      () => undefined,
      () => ({ status: 500, detail: 'Internal Server Error' }),
    );
  }),

  'api.logout.needs-its-stores': refusing(async ({ parts }) => {
    const { checks } = await parts.health.ready();
    const missing = checks['postgres'] !== 'ok' && checks['redis'] !== 'ok';
    return missing ? { status: 503, detail: 'Service Unavailable' } : undefined;
  }),

  'api.logout.parses-before-it-clears': around('logout', async (call, real) => {
    const token = tokenOf(call);
    const verified = token === undefined ? {} : await call.parts.tokens.verify(token);
    if ('refusal' in verified) throw new Error(`Failed to parse the token: ${verified.refusal}`);
    return real(call);
  }),

  'api.logout.answers-204': around('logout', async (call, real) => {
    await real(call);
    call.reply.code(204);
    return undefined;
  }),

  'api.logout.not-awaited': (parts) => ({
    ...parts,
    async endSession(...ending) {
      void delay(700).then(() => parts.endSession(...ending));
      return { revocation: 'complete', userId: undefined };
    },
  }),

  'api.logout.conflict-fails': (parts) => {
    const ending = new Set<string | undefined>();
    return {
      ...parts,
      async endSession(all, named) {
        if (ending.has(named.sessionId)) return { revocation: 'failed', userId: undefined };
        ending.add(named.sessionId);
        return parts.endSession(all, named).finally(() => ending.delete(named.sessionId));
      },
    };
  },

  'api.logout.unaudited': (parts) => ({
    ...parts,
    audit: { ...parts.audit, write: (entry) => void (entry.event === 'user.logout' || parts.audit.write(entry)) },
  }),
} as const satisfies Record<string, Planter<Parts>>;
