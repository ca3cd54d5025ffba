import { type HttpHandler, HttpResponse, http } from 'msw';
import { refreshCookie } from '../wire/auth.ts';
import { type ErrorCode, errors } from '../wire/errors.ts';
import type { Operation } from '../wire/openapi/operation.ts';
import { type OperationName, operations } from '../wire/openapi/operations.ts';
import { errorAnswer } from './examples.ts';

/**
 * What an operation is to answer: an error of its table, or a status with a body of that status' shape; `no answer`
 * is a connection that breaks.
 */
export type Reply =
  | ErrorCode
  | 'no answer'
  | { readonly status: number; readonly body?: unknown; readonly cookie?: string };

/** A request as the operation sees it: its body has the operation's shape. */
export interface Asked {
  readonly request: Request;
  readonly body: unknown;
  /** The access token of the header, where there is one. */
  readonly token: string | undefined;
}

/**
 * An MSW handler for one operation at `origin`. It is as strict as the services: a body of another shape gets
 * `invalid_request`, a missing token `token_missing`. Throws when the reply is none that the operation can give, so
 * that no test runs against an answer that does not exist.
 */
export function handle(
  origin: string,
  name: OperationName,
  reply: Reply | ((asked: Asked) => Reply | Promise<Reply>),
): HttpHandler {
  const operation: Operation = operations[name];
  if (typeof reply !== 'function') check(name, operation, reply);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
  return http[operation.method](`${origin}${path}`, async ({ request }) => {
    const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
    const parsed = operation.request?.safeParse(await request.json().catch(() => undefined));
    const refusal = refuse(operation, token, parsed?.success !== false);
    if (refusal !== undefined) return responseOf(operation, refusal);
    const answer = typeof reply === 'function' ? await reply({ request, body: parsed?.data, token }) : reply;
    check(name, operation, answer);
    return responseOf(operation, answer);
  });
}

function refuse({ credential }: Operation, token: string | undefined, bodyFits: boolean): ErrorCode | undefined {
  if (credential === 'bearer' && token === undefined) return 'token_missing';
  return bodyFits ? undefined : 'invalid_request';
}

function check(name: string, operation: Operation, reply: Reply): void {
  if (reply === 'no answer') return;
  if (typeof reply === 'string') {
    // The edge can answer this one for every service behind it.
    if ([...operation.errors, 'upstream_unreachable'].includes(reply)) return;
    throw new Error(`Failed to mock ${name}: it never answers ${reply}. Valid: ${operation.errors.join(', ')}.`);
  }
  const answer = operation.answers[reply.status];
  if (answer === undefined) {
    const valid = Object.keys(operation.answers).join(', ');
    throw new Error(`Failed to mock ${name}: it has no answer ${reply.status}. Valid: ${valid}.`);
  }
  const parsed = typeof answer.body === 'object' ? answer.body.safeParse(reply.body) : undefined;
  if (parsed?.success === false) {
    throw new Error(`Failed to mock ${name}: its answer has another shape. ${parsed.error.message}`);
  }
}

function responseOf(operation: Operation, reply: Reply): Response {
  if (reply === 'no answer') return HttpResponse.error();
  if (typeof reply === 'string') return HttpResponse.json(errorAnswer(reply), { status: errors[reply].status });
  const { status, body, cookie = 'example' } = reply;
  const change = operation.answers[status]?.cookie;
  const line =
    change === 'sets'
      ? `${refreshCookie.name}=${cookie}; Path=/; HttpOnly`
      : `${refreshCookie.name}=; Max-Age=0; Path=/`;
  const headers = change === undefined ? {} : { 'set-cookie': line };
  return body === undefined
    ? new HttpResponse(null, { status, headers })
    : HttpResponse.json(body as Record<string, unknown>, { status, headers });
}
