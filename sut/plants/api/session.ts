import { randomUUID } from 'node:crypto';
import { ApiError } from '../../api/http/api-error.ts';
import type { Parts } from '../../api/parts.ts';
import type { BlacklistWriter, Dead } from '../../api/revocation/blacklist-writer.ts';
import type { Planter } from '../planter.ts';
import { around } from './around.ts';

const accessLife = 1_800_000;

/** A blacklist that is written with other lives, or under other names. */
const writing =
  (change: (dead: Dead) => Dead): Planter<Parts> =>
  ({ blacklistWriter, ...parts }) => ({
    ...parts,
    blacklistWriter: {
      ...blacklistWriter,
      put: (dead) => blacklistWriter.put(dead.map(change)),
      fill: (dead) => blacklistWriter.fill(dead.map(change)),
    } satisfies BlacklistWriter,
  });

/** Defects of sessions: how they are revoked, refreshed, told apart and written down. */
export const sessionPlanters = {
  'api.logout.keeps-refresh-token': (parts) => ({
    ...parts,
    async endSession({ blacklistWriter }, { sessionId = '', tokenHash = null, tokenExpiresAt = 0 }) {
      await blacklistWriter.put([{ sessionId, tokenHash, life: 0, tokenLife: tokenExpiresAt * 1000 - Date.now() }]);
      return { revocation: 'complete', userId: undefined };
    },
  }),

  'api.logout.signs-out-every-device': (parts) => {
    const deleted = new Set<string>();
    const usersOf = new Map<string, string>();
    return {
      ...parts,
      async endSession(...ending) {
        const ended = await parts.endSession(...ending);
        for (const [sessionId, userId] of usersOf) if (userId === ended.userId) deleted.add(sessionId);
        return ended;
      },
      sessions: {
        ...parts.sessions,
        open(user, sessionId) {
          usersOf.set(sessionId, user.id);
          return parts.sessions.open(user, sessionId);
        },
        async rotate(token) {
          const sessionId = await parts.sessions.of(token);
          return deleted.has(sessionId ?? '') ? { outcome: 'refused' } : parts.sessions.rotate(token);
        },
      },
    };
  },

  'api.revocation.keyed-by-user': (parts) => {
    const revoked = new Map<string, Set<string>>();
    const forgotten = new Set<string>();
    return {
      ...parts,
      async endSession(all, ending) {
        const ended = await parts.endSession(all, ending);
        const { userId = '' } = ended;
        revoked.set(userId, (revoked.get(userId) ?? new Set()).add(ending.sessionId ?? ''));
        return ended;
      },
      sessions: {
        ...parts.sessions,
        open(user, sessionId) {
          for (const old of revoked.get(user.id) ?? []) forgotten.add(old);
          return parts.sessions.open(user, sessionId);
        },
      },
      blacklist: {
        ask: async (hash, sessionId) => (forgotten.has(sessionId) ? 'clear' : parts.blacklist.ask(hash, sessionId)),
      },
    };
  },

  'api.revocation.in-memory': (parts) => {
    const revoked = new Set<string>();
    return {
      ...parts,
      async endSession(all, ending) {
        if (ending.sessionId !== undefined) revoked.add(ending.sessionId);
        for (const sessionId of revoked) all.openStreams.end(sessionId);
        return { revocation: 'complete', userId: undefined };
      },
      blacklist: { ask: async (_hash, sessionId) => (revoked.has(sessionId) ? 'revoked' : 'clear') },
    };
  },

  'api.revocation.pending-in-memory': (parts) => ({
    ...parts,
    async endSession(all, ending) {
      const dead = {
        sessionId: ending.sessionId ?? '',
        tokenHash: ending.tokenHash ?? null,
        life: accessLife,
        tokenLife: accessLife,
      };
      const put = () => all.blacklistWriter.put([dead]);
      const reached = await put().then(
        () => true,
        () => false,
      );
      if (reached) return parts.endSession(all, ending);
      const again = setInterval(() => void put().then(() => clearInterval(again)), 100).unref();
      return { revocation: 'pending', userId: undefined };
    },
  }),

  'api.revocation.failed-forgotten': (parts) => ({
    ...parts,
    unrecorded: { ...parts.unrecorded, add: () => undefined },
  }),

  'api.blacklist.token-alone': writing((dead) => ({ ...dead, life: 0 })),

  'api.blacklist.fixed-life': writing((dead) => ({ ...dead, tokenLife: accessLife })),

  'api.blacklist.short-life': writing((dead) => ({ ...dead, life: 60_000 })),

  'api.blacklist.raw-token': around('logout', async (call, real) => {
    const token = call.parts.credentials.of(call.request.headers, undefined) ?? '';
    const raw = { sessionId: randomUUID(), tokenHash: token, life: 0, tokenLife: accessLife };
    if (token !== '') await call.parts.blacklistWriter.put([raw]).catch(() => undefined);
    return real(call);
  }),

  'api.session.no-regenerate': around('login', async (call, real) => {
    const { parts, request } = call;
    const shown = parts.refreshCookie.read(request.headers.cookie);
    const kept = shown === undefined ? undefined : await parts.sessions.of(shown);
    if (kept === undefined) return real(call);
    const open: Parts['sessions']['open'] = async (user, id) => ({
      ...(await parts.sessions.open(user, id)),
      sessionId: kept,
    });
    return real({ ...call, parts: { ...parts, sessions: { ...parts.sessions, open } } });
  }),

  'api.audit.peer-address': (parts) => ({
    ...parts,
    audit: {
      ...parts.audit,
      write: ({ request, ...entry }) =>
        parts.audit.write({
          ...entry,
          request: Object.create(request, { ip: { value: request.socket.remoteAddress } }),
        }),
    },
  }),

  'api.errors.undifferentiated-401': (parts) => ({
    ...parts,
    describeError(error) {
      const described = parts.describeError(error);
      return described.code.startsWith('token_') ? new ApiError('token_invalid') : described;
    },
  }),

  'api.csrf.any-origin': (parts) => ({ ...parts, isOwnOrigin: () => true }),
} as const satisfies Record<string, Planter<Parts>>;
