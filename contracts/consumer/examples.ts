import type { LogoutAnswer, MeAnswer, Revocation, SessionAnswer, User } from '../wire/auth.ts';
import type { ErrorAnswer, ErrorCode } from '../wire/errors.ts';
import { errors } from '../wire/errors.ts';

/** One value of each shape, for handlers and pacts. None of them is a credential that opens anything. */
export const user: User = { id: '7f0c1c1e-8a53-4b7e-9d5c-0d4a6c1b2e3f', email: 'ada@garden.example', role: 'user' };

export const sessionAnswer: SessionAnswer = { user, accessToken: 'example-access-token', expiresIn: 1800 };

export const meAnswer: MeAnswer = {
  user,
  session: { id: '1d4c3f52-6b0e-4c0e-8a44-5f7c2f9f1b10', expiresAt: '2030-01-01T00:00:00.000Z' },
};

export const logoutAnswer = (revocation: Revocation = 'complete'): LogoutAnswer => ({
  success: true,
  message: 'Successfully logged out',
  revocation,
});

export const errorAnswer = (code: ErrorCode): ErrorAnswer => ({
  error: code,
  message: errors[code].message,
  requestId: 'example-request',
});
