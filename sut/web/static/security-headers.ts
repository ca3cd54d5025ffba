const hostShape = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i;

/** Sent with every answer. */
export const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/**
 * What the page may load and call: itself, and the api where that is another origin. `host` is the
 * request’s Host; WebSockets are named by it because not every browser counts them as 'self'.
 */
export function contentSecurityPolicy(host: string | undefined, apiUrl: string | undefined): string {
  const connect = ["'self'"];
  if (host !== undefined && hostShape.test(host)) connect.push(`ws://${host}`, `wss://${host}`);
  if (apiUrl !== undefined) {
    const { origin } = new URL(apiUrl);
    connect.push(origin, origin.replace(/^http/, 'ws'));
  }
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${connect.join(' ')}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
