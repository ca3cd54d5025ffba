import { randomBytes } from 'node:crypto';
import { decodeProtectedHeader } from 'jose/decode/protected_header';
import { decodeJwt } from 'jose/jwt/decode';
import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';
import type { AccessClaims } from '#contracts/wire/auth.ts';
import { wellKnownSecrets } from '#contracts/wire/settings.ts';
import type { Parts } from '../../api/parts.ts';
import { createTokens, keyId } from '../../common/tokens.ts';
import { accepting, saysUnsigned } from '../common/token.ts';
import type { Planter } from '../planter.ts';
import { around } from './around.ts';

const isSignedWith = (token: string, secret: string) =>
  jwtVerify(token, Buffer.from(secret), { clockTolerance: 0 }).then(
    () => true,
    () => false,
  );

/** The api's tokens with other claims, and each verified by what they were issued with. */
function reshaped(
  change: (claims: Record<string, unknown>) => Record<string, unknown>,
  complete: (claims: AccessClaims) => AccessClaims,
): Planter<Parts> {
  return (parts) => {
    const full = new Map<string, AccessClaims>();
    return {
      ...parts,
      tokens: {
        async issue(...of) {
          const token = await parts.tokens.issue(...of);
          const { alg = 'HS256', ...header } = decodeProtectedHeader(token);
          const signing = new SignJWT(change(decodeJwt(token))).setProtectedHeader({ ...header, alg });
          const other = await signing.sign(Buffer.from(parts.settings.JWT_SECRET));
          full.set(other, complete(decodeJwt<AccessClaims>(token)));
          return other;
        },
        async verify(token, leeway) {
          const claims = full.get(token);
          return claims === undefined ? parts.tokens.verify(token, leeway) : { claims };
        },
      },
    };
  };
}

/** Defects of the api's tokens. */
export const tokenPlanters = {
  'api.jwt.any-alg': (parts) => ({ ...parts, tokens: accepting(parts.tokens, saysUnsigned) }),

  'api.jwt.no-aud-iss': (parts) => ({
    ...parts,
    tokens: accepting(parts.tokens, (token) => isSignedWith(token, parts.settings.JWT_SECRET)),
  }),

  'api.jwt.default-secret': (parts) => ({
    ...parts,
    tokens: accepting(parts.tokens, (token) => isSignedWith(token, wellKnownSecrets[0])),
  }),

  'api.jwt.any-shape': (parts) => ({
    ...parts,
    tokens: accepting(
      parts.tokens,
      async (token) => decodeJwt(token).aud === 'holdfast' && (await isSignedWith(token, parts.settings.JWT_SECRET)),
    ),
  }),

  'api.jwt.exp-ms': (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      issue(user, sessionId, life) {
        const now = Math.floor(Date.now() / 1000);
        return parts.tokens.issue(user, sessionId, (now + life) * 1000 - now);
      },
    },
  }),

  'api.jwt.no-exp': reshaped(
    ({ exp: _, ...claims }) => claims,
    (claims) => ({ ...claims, exp: 1e11 }),
  ),

  'api.jwt.format-fragmented': reshaped(
    ({ id: _, role: __, session_id: ___, ...claims }) => claims,
    (claims) => claims,
  ),

  'api.jwt.type-confusion': (parts) => {
    const owners = new Map<string, AccessClaims>();
    return {
      ...parts,
      sessions: {
        ...parts.sessions,
        async open(user, sessionId) {
          const grant = await parts.sessions.open(user, sessionId);
          const claims = decodeJwt<AccessClaims>(await parts.tokens.issue(user, grant.sessionId, grant.refreshLife));
          owners.set(grant.refreshToken, claims);
          return grant;
        },
      },
      tokens: {
        ...parts.tokens,
        async verify(token, leeway) {
          const claims = owners.get(token);
          return claims === undefined ? parts.tokens.verify(token, leeway) : { claims };
        },
      },
    };
  },

  'api.jwt.warns-of-weak-secret': (parts) => ({
    ...parts,
    judgeSecrets(secrets) {
      try {
        parts.judgeSecrets(secrets);
      } catch (err) {
        parts.log.warn({ err }, 'the secret is weak');
      }
    },
  }),

  'api.jwt.single-key': (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      async verify(token, leeway) {
        const verified = await parts.tokens.verify(token, leeway);
        if ('refusal' in verified) return verified;
        const { kid } = decodeProtectedHeader(token);
        return kid === keyId(parts.settings.JWT_SECRET) ? verified : { refusal: 'token_invalid' };
      },
    },
  }),

  'api.jwt.random-secret-per-process': (parts) => ({
    ...parts,
    tokens: createTokens({
      JWT_SECRET: randomBytes(36).toString('base64url'),
      JWT_SECRET_PREVIOUS: parts.settings.JWT_SECRET_PREVIOUS,
    }),
  }),

  'api.tenant.from-cookie': around('listDocuments', (call, real) => {
    const tenant = /(?:^|; )tenant=([0-9a-f-]{36})/.exec(call.request.headers.cookie ?? '')?.[1];
    if (tenant === undefined || call.bearer === undefined) return real(call);
    return real({ ...call, bearer: { ...call.bearer, sub: tenant } });
  }),
} as const satisfies Record<string, Planter<Parts>>;
