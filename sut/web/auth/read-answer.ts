import type { UpstreamAnswer, UpstreamResponse } from '../parts.ts';

/** End-to-end fields of the api’s answer that mean something to the client. Set-Cookie goes apart, line by line. */
const returned = ['content-type', 'retry-after', 'www-authenticate'] as const;

export async function readAnswer(response: UpstreamResponse): Promise<UpstreamAnswer> {
  const body = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    headers: returned.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
    setCookies: response.headers.getSetCookie(),
    body,
  };
}
