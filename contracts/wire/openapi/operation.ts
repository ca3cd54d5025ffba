import type { z } from 'zod';
import type { ErrorCode } from '../errors.ts';

/**
 * What a caller shows: nothing; an access token in the header; the same, or in the query; either of these or a
 * ticket; whatever it has, none of it needed; the refresh cookie.
 */
export type Credential = 'none' | 'bearer' | 'bearer-or-query' | 'bearer-or-ticket' | 'any' | 'refresh-cookie';

export interface Answer {
  readonly description: string;
  /** Shape of a JSON body; `events` and `text` are the bodies that are not JSON. None: no body. */
  readonly body?: z.ZodType | 'events' | 'text';
  /** What it does to the refresh cookie. */
  readonly cookie?: 'sets' | 'clears';
}

/** One thing a client may ask of the system, as it is called through the edge. */
export interface Operation {
  readonly service: 'api' | 'web' | 'chat';
  readonly method: 'get' | 'head' | 'post';
  /** With `{name}` for a part that varies. */
  readonly path: string;
  readonly summary: string;
  readonly credential: Credential;
  /** Shape of the JSON body it takes; none: a body is not looked at. */
  readonly request?: z.ZodType;
  readonly requestOptional?: true;
  /** Header fields that mean something beyond the credential. */
  readonly headers?: z.ZodObject;
  /** Status -> what it means, where it is no ErrorAnswer. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Codes of the ErrorAnswers it gives; those the edge gives by itself come on top. */
  readonly errors: readonly ErrorCode[];
}
