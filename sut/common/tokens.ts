import { createHash, randomUUID } from 'node:crypto';
import { JWKSNoMatchingKey, JWTExpired } from 'jose/errors';
import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';
import { AccessClaims, type User } from '#contracts/wire/auth.ts';

export const issuer = 'holdfast-api';
export const audience = 'holdfast';

/** Why a token is not accepted, as the error code of the answer. */
export type TokenRefusal = 'token_missing' | 'token_invalid' | 'token_expired' | 'token_revoked';

export type Verified = { readonly claims: AccessClaims } | { readonly refusal: TokenRefusal };

export interface TokenVerifier {
  /**
   * Checks signature, algorithm, key, issuer, audience, shape and expiry; asks no store. `leewaySeconds`
   * takes a token that long after its expiry: an expired one still names its session to logout.
   */
  verify(token: string, leewaySeconds?: number): Promise<Verified>;
}

export interface TokenIssuer {
  /** Signs an access token of `expiresInSeconds` for one session of a user. */
  issue(user: User, sessionId: string, expiresInSeconds: number): Promise<string>;
}

interface Secrets {
  readonly JWT_SECRET: string;
  readonly JWT_SECRET_PREVIOUS: string | undefined;
}

/** HS256 with a key id; the current secret signs, the current and the previous one verify. Judges neither. */
export function createTokens(secrets: Secrets): TokenVerifier & TokenIssuer {
  const keys = new Map([[keyId(secrets.JWT_SECRET), Buffer.from(secrets.JWT_SECRET)]]);
  if (secrets.JWT_SECRET_PREVIOUS !== undefined) {
    keys.set(keyId(secrets.JWT_SECRET_PREVIOUS), Buffer.from(secrets.JWT_SECRET_PREVIOUS));
  }
  const signingKey = Buffer.from(secrets.JWT_SECRET);
  return {
    async verify(token, leewaySeconds = 0) {
      try {
        const { payload } = await jwtVerify(
          token,
          (header) => {
            const key = keys.get(header.kid ?? '');
            if (key === undefined) throw new JWKSNoMatchingKey();
            return key;
          },
          {
            algorithms: ['HS256'],
            issuer,
            audience,
            requiredClaims: ['exp', 'iat', 'sub'],
            clockTolerance: leewaySeconds,
          },
        );
        const claims = AccessClaims.safeParse(payload);
        return claims.success && claims.data.sub === claims.data.id
          ? { claims: claims.data }
          : { refusal: 'token_invalid' };
      } catch (error) {
        return { refusal: error instanceof JWTExpired ? 'token_expired' : 'token_invalid' };
      }
    },
    issue(user, sessionId, expiresInSeconds) {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ id: user.id, email: user.email, role: user.role, session_id: sessionId })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: keyId(secrets.JWT_SECRET) })
        .setSubject(user.id)
        .setJti(randomUUID())
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + Math.max(1, Math.round(expiresInSeconds)))
        .sign(signingKey);
    },
  };
}

/** Names a key without telling it: the first 8 hex digits of the secret's SHA-256. */
export function keyId(secret: string): string {
  return sha256(secret).slice(0, 8);
}

/** Lower-case hex SHA-256: what stands in stores instead of a credential. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
