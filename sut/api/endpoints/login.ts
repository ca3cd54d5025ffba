import { randomUUID } from 'node:crypto';
import { LoginRequest } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import type { LoginAttempt } from '../auth/login-limits.ts';
import { ApiError } from '../http/api-error.ts';
import { parse } from '../http/parse.ts';
import { type Call, type Endpoint, noted } from './endpoint.ts';
import { answerGrant } from './grant.ts';

export const login: Endpoint = {
  method: 'POST',
  url: paths.login,
  async handle(call) {
    const { parts, request } = call;
    const { email, password } = parse(LoginRequest, request.body);
    const attempt = { email, address: parts.client.address(request) };
    await assertNotLimited(call, attempt);
    const account = await parts.accounts.byEmail(email);
    const right = await parts.passwords.matches(password, account?.passwordHash);
    if (account === undefined || !right) {
      const beyond = await parts.loginLimits.failed(attempt);
      noted(call, { event: 'user.login_failed', userId: account?.user.id });
      throw beyond ? await limited(call, attempt) : new ApiError('invalid_credentials');
    }
    // Asked again: guesses sent all at once must not learn more than guesses sent one by one.
    await assertNotLimited(call, attempt);
    await parts.loginLimits.succeeded(attempt);
    const grant = await parts.sessions.open(account.user, randomUUID());
    noted(call, { event: 'user.login', userId: account.user.id, sessionId: grant.sessionId });
    return answerGrant(call, grant);
  },
};

async function assertNotLimited(call: Call, attempt: LoginAttempt): Promise<void> {
  const seconds = await call.parts.loginLimits.blockedFor(attempt);
  if (seconds === undefined) return;
  noted(call, { event: 'user.login_limited' });
  throw new ApiError('rate_limited', { retryAfter: seconds });
}

async function limited(call: Call, attempt: LoginAttempt): Promise<ApiError> {
  const seconds = await call.parts.loginLimits.blockedFor(attempt);
  return new ApiError('rate_limited', { retryAfter: seconds ?? 1 });
}
