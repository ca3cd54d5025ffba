import { getResponse } from 'msw';
import { expect, test } from 'vitest';
import { paths } from '../wire/paths.ts';
import { sessionAnswer } from './examples.ts';
import { handle, type Reply } from './handler.ts';

const origin = 'http://api.example';
const ask = (path: string, request: RequestInit = {}) => new Request(`${origin}${path}`, request);

test.each<[string, Reply, string]>([
  ['an error it never gives', 'email_taken', 'it never answers email_taken'],
  ['a status it does not have', { status: 204 }, 'it has no answer 204'],
  ['a body of another shape', { status: 200, body: { ...sessionAnswer, expiresIn: '1800' } }, 'another shape'],
])('a login cannot be mocked with %s', (_what, reply, message) => {
  expect(() => handle(origin, 'login', reply)).toThrow(message);
});

test('a request of another shape is refused as the api refuses it', async () => {
  const login = handle(origin, 'login', { status: 200, body: sessionAnswer });
  const send = (body: object) => getResponse([login], ask(paths.login, { method: 'POST', body: JSON.stringify(body) }));
  expect((await send({ email: 'ada@garden.example', password: 'p' }))?.status).toBe(200);
  expect((await send({ email: 'ada@garden.example' }))?.status).toBe(400);
});

test('a request without its token is refused', async () => {
  const answer = await getResponse(
    [handle(origin, 'listDocuments', { status: 200, body: { documents: [] } })],
    ask(paths.documents),
  );
  expect(answer?.status).toBe(401);
  expect(await answer?.json()).toMatchObject({ error: 'token_missing' });
});
