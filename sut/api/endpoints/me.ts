import type { MeAnswer } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { ApiError } from '../http/api-error.ts';
import { bearerOf, type Endpoint } from './endpoint.ts';

export const me: Endpoint = {
  method: 'GET',
  url: paths.me,
  async handle(call): Promise<MeAnswer> {
    const { sub, session_id, exp } = bearerOf(call);
    const user = await call.parts.accounts.byId(sub);
    if (user === undefined) throw new ApiError('token_invalid');
    return { user, session: { id: session_id, expiresAt: new Date(exp * 1000).toISOString() } };
  },
};
