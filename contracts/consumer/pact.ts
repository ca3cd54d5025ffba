import { MatchersV3, Pact } from '@pact-foundation/pact';
import { refreshCookie } from '../wire/auth.ts';
import type { ErrorCode } from '../wire/errors.ts';
import { errorAnswer, meAnswer, sessionAnswer, user } from './examples.ts';
import type { StateName, states } from './states.ts';

const { email, fromProviderState, integer, iso8601DateTimeWithMillis, like, regex, uuid } = MatchersV3;

/** Folder that the pacts of a run are written to; the command that runs them clears it first. */
const folder = process.env['HOLDFAST_PACTS'] ?? 'test-results/pacts';

/** A pact with the api, written when its interactions were exercised. */
export function pactWithApi(consumer: 'web' | 'page'): Pact {
  return new Pact({ consumer, provider: 'api', dir: folder, logLevel: 'error', cors: true });
}

/** A value that the state gives at the provider; `example` stands for it at the consumer. */
export function given<State extends StateName>(
  _state: State,
  template: (value: (name: (typeof states)[State]['values'][number]) => string) => string,
  example: string,
) {
  return fromProviderState(
    template((name) => `\${${name}}`),
    example,
  );
}

const json = regex('application/json.*', 'application/json; charset=utf-8');
const userShape = { id: uuid(user.id), email: email(user.email), role: regex('user|admin', user.role) };

/** What the consumers rely on in an answer: words to the letter, the rest by its form. */
export const shapes = {
  json: { 'Content-Type': json },
  cookieSet: {
    'Set-Cookie': regex(`${refreshCookie.name}=[^;]+;.*HttpOnly.*`, `${refreshCookie.name}=example; HttpOnly`),
  },
  cookieCleared: { 'Set-Cookie': regex(`${refreshCookie.name}=;.*`, `${refreshCookie.name}=; Max-Age=0; Path=/`) },
  session: {
    user: userShape,
    accessToken: like(sessionAnswer.accessToken),
    expiresIn: integer(sessionAnswer.expiresIn),
  },
  me: {
    user: userShape,
    session: { id: uuid(meAnswer.session.id), expiresAt: iso8601DateTimeWithMillis(meAnswer.session.expiresAt) },
  },
  error: (code: ErrorCode) => ({ ...errorAnswer(code), requestId: like('example-request') }),
};
