import { randomUUID } from 'node:crypto';
import { RegisterRequest, type User } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { normalEmail } from '../auth/accounts.ts';
import { ApiError } from '../http/api-error.ts';
import { parse } from '../http/parse.ts';
import { type Endpoint, noted } from './endpoint.ts';
import { answerGrant } from './grant.ts';

export const register: Endpoint = {
  method: 'POST',
  url: paths.register,
  async handle(call) {
    const { parts, request, reply } = call;
    const { email, password } = parse(RegisterRequest, request.body);
    const user: User = { id: randomUUID(), email: normalEmail(email), role: 'user' };
    const created = await parts.accounts.create({ user, passwordHash: await parts.passwords.hash(password) });
    if (!created) throw new ApiError('email_taken');
    const grant = await parts.sessions.open(user, randomUUID());
    noted(call, { event: 'user.registered', userId: user.id, sessionId: grant.sessionId });
    reply.code(201);
    return answerGrant(call, grant);
  },
};
