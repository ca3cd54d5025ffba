import { decodeProtectedHeader } from 'jose/decode/protected_header';
import { decodeJwt } from 'jose/jwt/decode';
import { SignJWT } from 'jose/jwt/sign';
import type { SessionAnswer } from '#contracts/wire/auth.ts';
import type { Parts } from '../../api/parts.ts';
import type { Planter } from '../planter.ts';
import { around } from './around.ts';

/** One endpoint issues tokens that say only what `members` names. */
const issuing = (name: 'login' | 'refresh', members: readonly string[]): Planter<Parts> =>
  around(name, async (call, real) => {
    const answer = (await real(call)) as SessionAnswer;
    const { alg = 'HS256', ...header } = decodeProtectedHeader(answer.accessToken);
    const claims = Object.entries(decodeJwt(answer.accessToken)).filter(([member]) => members.includes(member));
    const signing = new SignJWT(Object.fromEntries(claims)).setProtectedHeader({ ...header, alg });
    return { ...answer, accessToken: await signing.sign(Buffer.from(call.parts.settings.JWT_SECRET)) };
  });

/** Defects of report 4: each issuer has a token format of its own. */
export const legacyPlanters = {
  'api.login.oauth-format': issuing('login', ['sub', 'email', 'aud', 'iss', 'exp']),
  'api.refresh.legacy-format': issuing('refresh', ['sub', 'exp', 'iat']),
} as const satisfies Record<string, Planter<Parts>>;
