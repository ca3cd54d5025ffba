/**
 * What a credential looks like, so that one rule redacts all of them wherever text is written.
 * Everything the system issues carries a recognisable prefix; JWTs have one by nature.
 */
export const secretPrefixes = {
  refreshToken: 'hfr_',
  ticket: 'hft_',
  /** Passwords that the harness makes for its own users. */
  testPassword: 'hfp_',
} as const;

/** Sources of regular expressions (flags `g`); each match is a credential. */
export const secretShapes = [
  'eyJ[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*',
  'hf[rtp]_[A-Za-z0-9_-]{8,}',
] as const;

/** Names (lower case) whose values are credentials: headers, JSON members, query and form fields. */
export const secretNames = [
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-auth-token',
  'password',
  'token',
  'ticket',
  'access_token',
  'accesstoken',
  'refresh_token',
  'refreshtoken',
  'jwt_secret',
  'jwt_secret_previous',
] as const;

export const redacted = '[redacted]';
