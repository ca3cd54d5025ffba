import { RegisterRequest } from '#contracts/wire/auth.ts';
import { ApiError } from '../../api/http/api-error.ts';
import { parse } from '../../api/http/parse.ts';
import type { Parts } from '../../api/parts.ts';
import { StoreUnavailable } from '../../api/store/outage.ts';
import type { Planter } from '../planter.ts';
import { around } from './around.ts';

const isTaken = (error: unknown) => error instanceof ApiError && error.code === 'email_taken';
const brokenKey = () => new Error('duplicate key value violates unique constraint "users_email_key"');

/** Defects of signing up and logging in. */
export const accountPlanters = {
  'api.signup.check-then-insert': around('register', async (call, real) => {
    const { email } = parse(RegisterRequest, call.request.body);
    if ((await call.parts.accounts.byEmail(email)) !== undefined) throw new ApiError('email_taken');
    return real(call).catch((error: unknown) => {
      throw isTaken(error) ? brokenKey() : error;
    });
  }),

  'api.signup.duplicate-500': around('register', (call, real) =>
    real(call).catch((error: unknown) => {
      throw isTaken(error) ? brokenKey() : error;
    }),
  ),

  'api.signup.leaks-database-error': around('register', (call, real) =>
    real(call).catch((error: unknown) => {
      if (error instanceof ApiError || error instanceof StoreUnavailable) throw error;
      call.reply.code(500);
      return { error: 'internal', message: String(error), requestId: call.request.id };
    }),
  ),

  'api.login.enforces-policy': around('login', async (call, real) => {
    parse(RegisterRequest, call.request.body);
    return real(call);
  }),

  'api.login.distinct-messages': around('login', async (call, real) => {
    const { email } = call.request.body as { email: string };
    if ((await call.parts.accounts.byEmail(email)) !== undefined) return real(call);
    call.reply.code(401).header('www-authenticate', 'Bearer');
    return { error: 'invalid_credentials', message: 'No such account', requestId: call.request.id };
  }),

  'api.login.limits-known-only': (parts) => ({
    ...parts,
    loginLimits: {
      ...parts.loginLimits,
      failed: async (attempt) =>
        (await parts.accounts.byEmail(attempt.email)) !== undefined && parts.loginLimits.failed(attempt),
    },
  }),

  'api.login.skips-hash-for-unknown': ({ passwords, ...parts }) => ({
    ...parts,
    passwords: {
      ...passwords,
      matches: async (password, stored) => stored !== undefined && passwords.matches(password, stored),
    },
  }),

  'api.login.assumes-current-cost': ({ passwords, ...parts }) => ({
    ...parts,
    passwords: {
      ...passwords,
      matches: (password, stored) =>
        passwords.matches(password, stored?.replace(/^scrypt\$\d+/, `scrypt$$${parts.settings.PASSWORD_COST}`)),
    },
  }),

  'api.ratelimit.leftmost-forwarded-for': ({ client, ...parts }) => ({
    ...parts,
    client: {
      ...client,
      address: (request) =>
        String(request.headers['x-forwarded-for'] ?? '')
          .split(',')[0]
          ?.trim() || client.address(request),
    },
  }),

  'api.ratelimit.peer-address': ({ client, ...parts }) => ({
    ...parts,
    client: { ...client, address: ({ socket }) => socket.remoteAddress ?? 'unknown' },
  }),

  'api.ratelimit.no-account-limit': ({ loginLimits, ...parts }) => {
    const nobody = (attempt: { address: string }) => ({ ...attempt, email: crypto.randomUUID() });
    return {
      ...parts,
      loginLimits: {
        ...loginLimits,
        blockedFor: (attempt) => loginLimits.blockedFor(nobody(attempt)),
        failed: (attempt) => loginLimits.failed(nobody(attempt)),
      },
    };
  },
} as const satisfies Record<string, Planter<Parts>>;
