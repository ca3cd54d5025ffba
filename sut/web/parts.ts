import type { IncomingHttpHeaders } from 'node:http';
import type { LogoutAnswer, Revocation } from '#contracts/wire/auth.ts';
import type { IsOwnOrigin } from '../common/own-origin.ts';
import type { Page } from './static/page.ts';

/** A request as it came in, its body read. */
export interface Inbound {
  readonly method: string;
  /** Path without its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Address of the peer: the edge’s, or the client’s own where there is no edge. */
  readonly peer: string;
  readonly requestId: string;
}

export type HeaderField = readonly [name: string, value: string];

export interface UpstreamRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly HeaderField[];
  readonly body: Buffer | null;
  /** Ends the whole exchange, the body of the answer included. */
  readonly signal: AbortSignal;
}

/** What `send` must give: the part of a fetch Response that the web tier reads. */
export interface UpstreamResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null; getSetCookie(): string[] };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The api’s answer, as far as it goes back to the client. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: readonly HeaderField[];
  /** Each Set-Cookie line on its own. */
  readonly setCookies: readonly string[];
  readonly body: Buffer;
}

/** The parts the web tier is built from. */
export interface WebParts {
  /** Whether a request to /auth may come from the page that made it. */
  readonly isOwnOrigin: IsOwnOrigin;
  /** The fields that go to the api. */
  selectHeaders(inbound: Inbound): readonly HeaderField[];
  /** Sends one request to the api; rejects when there is no answer. */
  send(request: UpstreamRequest): Promise<UpstreamResponse>;
  readAnswer(response: UpstreamResponse): Promise<UpstreamAnswer>;
  /** What the api’s answer to a logout means; `failed` is also the answer to no answer. */
  judgeLogout(answer: UpstreamAnswer): Revocation;
  /** The body of the answer to a logout. */
  logoutAnswer(revocation: Revocation): LogoutAnswer;
  /** What the page learns at run time. */
  pageConfig(): Readonly<Record<string, unknown>>;
  readonly page: Page;
  close(): Promise<void>;
}
