import { z } from 'zod';

export const Role = z.enum(['user', 'admin']);

export const User = z.object({
  id: z.uuid(),
  email: z.email(),
  role: Role,
});
export type User = z.infer<typeof User>;

/** POST /api/auth/register. Passwords are 8 to 200 characters. */
export const RegisterRequest = z.object({
  email: z.email().max(254),
  password: z.string().min(8).max(200),
});
export type RegisterRequest = z.infer<typeof RegisterRequest>;

/** POST /api/auth/login. No password policy here: an old weak password must still log in. */
export const LoginRequest = z.object({
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(200),
});
export type LoginRequest = z.infer<typeof LoginRequest>;

/** Answer of register (201), login (200) and refresh (200). `expiresIn` is in seconds. */
export const SessionAnswer = z.object({
  user: User,
  accessToken: z.string().min(1),
  expiresIn: z.number().int().positive(),
});
export type SessionAnswer = z.infer<typeof SessionAnswer>;

/** GET /api/auth/me. `expiresAt` is the access token's expiry, ISO 8601. */
export const MeAnswer = z.object({
  user: User,
  session: z.object({ id: z.uuid(), expiresAt: z.iso.datetime() }),
});
export type MeAnswer = z.infer<typeof MeAnswer>;

/**
 * `complete`: the session is dead everywhere now, or there was none to end.
 * `pending`: durably recorded, completes by itself. `failed`: neither.
 */
export const Revocation = z.enum(['complete', 'pending', 'failed']);
export type Revocation = z.infer<typeof Revocation>;

/** POST /api/auth/logout and POST /auth/logout: always 200. */
export const LogoutAnswer = z.object({
  success: z.literal(true),
  message: z.literal('Successfully logged out'),
  revocation: Revocation,
});
export type LogoutAnswer = z.infer<typeof LogoutAnswer>;

/** Claims of an access token (JWT, HS256, header `kid`). `iat` and `exp` in seconds. */
export const AccessClaims = z.object({
  sub: z.uuid(),
  id: z.uuid(),
  email: z.email(),
  role: Role,
  session_id: z.uuid(),
  jti: z.uuid(),
  iat: z.number().int(),
  exp: z.number().int(),
  iss: z.literal('holdfast-api'),
  aud: z.literal('holdfast'),
});
export type AccessClaims = z.infer<typeof AccessClaims>;

/** Attributes of the refresh cookie; Secure is added when the client's connection is TLS. */
export const refreshCookie = {
  name: 'refresh_token',
  httpOnly: true,
  sameSite: 'Lax',
  path: '/',
} as const;

/** localStorage key of the page, and exactly what it holds. */
export const authStorageKey = 'insight-garden-auth';
export const StoredAuth = z.object({
  isAuthenticated: z.boolean(),
  user: User.nullable(),
  accessToken: z.string().nullable(),
});
export type StoredAuth = z.infer<typeof StoredAuth>;
