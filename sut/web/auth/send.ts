import { Agent, fetch } from 'undici';
import type { UpstreamRequest, UpstreamResponse } from '../parts.ts';

/** The way to the api. A connection a call: these are rare, and a kept one may be stale just when a POST must not be repeated. */
export function createSend(): { send(request: UpstreamRequest): Promise<UpstreamResponse>; close(): Promise<void> } {
  const dispatcher = new Agent({ pipelining: 0 });
  return {
    send: ({ url, method, headers, body, signal }) =>
      fetch(url, {
        method,
        headers: headers.map(([name, value]) => [name, value]),
        body: body === null ? null : new Uint8Array(body),
        redirect: 'manual',
        signal,
        dispatcher,
      }),
    close: () => dispatcher.destroy(),
  };
}
