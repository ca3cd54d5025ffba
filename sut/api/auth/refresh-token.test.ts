import { describe, expect, it } from 'vitest';
import { sha256 } from '../../common/tokens.ts';
import { judge, newRefreshToken, storedSuccessor, successorOf } from './refresh-token.ts';

const grace = 10_000;
const now = 1_000_000;
const fresh = { expiresAt: now + 1, rotatedAt: undefined, sessionExpiresAt: now + 1, sessionEnded: false };

describe('judge', () => {
  it.each([
    ['a fresh token is rotated', fresh, 'rotate'],
    ['an expired token is refused', { ...fresh, expiresAt: now }, 'refuse'],
    ['a token rotated within the grace answers with its successor', { ...fresh, rotatedAt: now - grace }, 'successor'],
    ['a token rotated before the grace is reuse', { ...fresh, rotatedAt: now - grace - 1 }, 'reuse'],
    ['a rotated token is reuse also after its own expiry', { ...fresh, expiresAt: 0, rotatedAt: 0 }, 'reuse'],
    ['an ended session is refused', { ...fresh, sessionEnded: true }, 'refuse'],
    ['reuse in an ended session is refused, not ended again', { ...fresh, rotatedAt: 0, sessionEnded: true }, 'refuse'],
    ['a session past its absolute age is refused', { ...fresh, sessionExpiresAt: now }, 'refuse'],
  ] as const)('%s', (_name, token, verdict) => {
    expect(judge(token, now, grace)).toBe(verdict);
  });
});

describe('successorOf', () => {
  it('is the same for the same token, another for another token or secret', () => {
    const token = newRefreshToken();
    expect(successorOf(token, 'one')).toBe(successorOf(token, 'one'));
    expect(
      new Set([token, successorOf(token, 'one'), successorOf(token, 'two'), successorOf(newRefreshToken(), 'one')])
        .size,
    ).toBe(4);
  });

  it('is found again after the secret was rotated, and not with secrets that never made it', () => {
    const token = newRefreshToken();
    const hash = sha256(successorOf(token, 'old'));
    expect(storedSuccessor(token, hash, ['new', 'old'])).toBe(successorOf(token, 'old'));
    expect(storedSuccessor(token, hash, ['new'])).toBeUndefined();
  });
});
