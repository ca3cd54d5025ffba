import type { IncomingHttpHeaders } from 'node:http';

/** Where a request carries its access token. */
export interface Credentials {
  /**
   * The token as it was sent, '' for a header that holds none. A header wins over the query, also an
   * unusable one. Undefined when there is neither.
   */
  of(headers: IncomingHttpHeaders, query: unknown): string | undefined;
}

export function createCredentials(): Credentials {
  return {
    of({ authorization }, query) {
      if (authorization !== undefined && authorization !== '') return bearer.exec(authorization)?.[1] ?? '';
      const token = (query as { token?: unknown } | undefined)?.token;
      // A repeated parameter is an array: nobody can say which one is meant.
      if (Array.isArray(token)) return '';
      return typeof token === 'string' && token !== '' ? token : undefined;
    },
  };
}

const bearer = /^bearer +(\S+) *$/i;
