import { createHmac, randomBytes } from 'node:crypto';
import { secretPrefixes } from '#contracts/wire/secrets.ts';
import { sha256 } from '../../common/tokens.ts';

export function newRefreshToken(): string {
  return secretPrefixes.refreshToken + randomBytes(32).toString('base64url');
}

/**
 * The token that follows `token`: derived, so that two tabs that rotate at once get the same one
 * although only hashes are stored.
 */
export function successorOf(token: string, secret: string): string {
  const mac = createHmac('sha256', secret).update(`refresh-successor:${token}`).digest('base64url');
  return secretPrefixes.refreshToken + mac;
}

/** The successor whose hash was stored, whichever of the accepted secrets it was derived with. */
export function storedSuccessor(token: string, successorHash: string, secrets: readonly string[]): string | undefined {
  return secrets.map((secret) => successorOf(token, secret)).find((candidate) => sha256(candidate) === successorHash);
}

/** What is known of a presented refresh token; times in ms of one clock. */
export interface PresentedToken {
  readonly expiresAt: number;
  readonly rotatedAt: number | undefined;
  readonly sessionExpiresAt: number;
  readonly sessionEnded: boolean;
}

/** `rotate` it, answer with its `successor` again, refuse it, or take it as stolen and end the session. */
export type RefreshVerdict = 'rotate' | 'successor' | 'refuse' | 'reuse';

export function judge(token: PresentedToken, now: number, graceMs: number): RefreshVerdict {
  if (token.sessionEnded || now >= token.sessionExpiresAt) return 'refuse';
  if (token.rotatedAt !== undefined) return now - token.rotatedAt <= graceMs ? 'successor' : 'reuse';
  return now < token.expiresAt ? 'rotate' : 'refuse';
}
