import { refreshCookie } from '#contracts/wire/auth.ts';

/** The cookie of the refresh token, as header values. `secure`: the client's connection is TLS. */
export interface RefreshCookie {
  /** Its value in a Cookie header; of two cookies of that name the first, which has the longer path. */
  read(header: string | undefined): string | undefined;
  /** `life` in seconds. */
  set(token: string, life: number, secure: boolean): string;
  /** The same attributes as `set`: with others a browser keeps the cookie. */
  clear(secure: boolean): string;
}

export function createRefreshCookie(): RefreshCookie {
  const { name, path, sameSite } = refreshCookie;
  const attributes = (secure: boolean) => `Path=${path}; HttpOnly; SameSite=${sameSite}${secure ? '; Secure' : ''}`;
  return {
    read: (header) => {
      const pair = header?.split(';').find((part) => part.trimStart().startsWith(`${name}=`));
      const value = pair?.slice(pair.indexOf('=') + 1).trim();
      return value === '' ? undefined : value;
    },
    set: (token, life, secure) => `${name}=${token}; Max-Age=${Math.max(1, Math.floor(life))}; ${attributes(secure)}`,
    clear: (secure) => `${name}=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; ${attributes(secure)}`,
  };
}
