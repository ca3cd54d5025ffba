import type { ResponseConfig } from '@asteasolutions/zod-to-openapi';
import { type ErrorCode, errors } from '../errors.ts';
import { type StreamEventName, StreamEvents } from '../sse.ts';
import { header } from './components.ts';
import type { Answer } from './operation.ts';

/** The document's form of an answer that is no error. */
export function answerOf({ description, body, cookie }: Answer): ResponseConfig {
  const headers: Record<string, { $ref: string }> = { 'X-Request-Id': header('RequestId') };
  if (cookie !== undefined)
    headers['Set-Cookie'] = header(cookie === 'sets' ? 'RefreshCookieSet' : 'RefreshCookieCleared');
  return {
    description,
    headers,
    ...(body === undefined ? {} : { content: contentOf(body) }),
  };
}

/** The ErrorAnswers of an operation: status -> the codes it may carry. */
export function errorAnswersOf(codes: readonly ErrorCode[]): Record<number, ResponseConfig> {
  const byStatus = Map.groupBy(codes, (code) => errors[code].status);
  return Object.fromEntries([...byStatus].map(([status, of]) => [status, errorAnswerOf(status, of)]));
}

/** The edge's own answers: the service behind it is away, or does not answer. */
export const cannotReach = () => errorAnswerOf(502, ['upstream_unreachable']);

function errorAnswerOf(status: number, codes: readonly ErrorCode[]) {
  const headers: Record<string, { $ref: string }> = { 'X-Request-Id': header('RequestId') };
  if (status === 401) headers['WWW-Authenticate'] = header('Challenge');
  if (status === 429 || status === 503) headers['Retry-After'] = header('RetryAfter');
  const schema = {
    allOf: [
      { $ref: '#/components/schemas/ErrorAnswer' },
      { type: 'object' as const, properties: { error: { enum: [...codes] } } },
    ],
  };
  return {
    description: codes.map((code) => `\`${code}\`: ${errors[code].message}.`).join(' '),
    headers,
    content: { 'application/json': { schema } },
  };
}

function contentOf(body: Exclude<Answer['body'], undefined>): NonNullable<ResponseConfig['content']> {
  if (body === 'text') return { 'text/plain': { schema: { type: 'string' } } };
  if (body === 'events') return { 'text/event-stream': { itemSchema: { oneOf: eventNames.map(eventOf) } } };
  return { 'application/json': { schema: body } };
}

const eventNames = Object.keys(StreamEvents) as StreamEventName[];

/** One event of a stream, its fields parsed: `data` is JSON in a string. */
function eventOf(name: StreamEventName) {
  const component = `Stream${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return {
    type: 'object' as const,
    required: ['id', 'event', 'data'],
    properties: {
      id: { type: 'string' as const, description: '`<streamId>:<n>`, n = 1, 2, …' },
      event: { const: name },
      data: {
        type: 'string' as const,
        contentMediaType: 'application/json',
        contentSchema: { $ref: `#/components/schemas/${component}` },
      },
    },
  };
}
