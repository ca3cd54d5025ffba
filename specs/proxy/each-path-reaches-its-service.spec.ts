import { requirement } from '#fixtures/test.ts';

// Literals: what a client asks for, who answers, and by which path that service knows it.
const routes = [
  ['POST', '/api/auth/register', 'api', '/api/auth/register', 400],
  ['POST', '/api/auth/login', 'api', '/api/auth/login', 400],
  ['POST', '/api/auth/refresh', 'api', '/api/auth/refresh', 401],
  ['POST', '/api/auth/logout', 'api', '/api/auth/logout', 200],
  ['GET', '/api/auth/me', 'api', '/api/auth/me', 401],
  ['GET', '/api/documents', 'api', '/api/documents', 401],
  ['POST', '/api/documents/1/chat/stream', 'api', '/api/documents/1/chat/stream', 401],
  ['GET', '/api/openapi.json', 'api', '/api/openapi.json', 200],
  ['GET', '/health', 'api', '/health', 200],
  ['GET', '/api/nothing', 'api', '/api/nothing', 404],
  ['POST', '/api/v1/chat/tickets', 'chat', '/tickets', 401],
  ['GET', '/api/v1/chat/health', 'chat', '/health', 200],
  ['GET', '/api/v1/chat/nothing', 'chat', '/nothing', 404],
  ['POST', '/auth/logout', 'web', '/auth/logout', 200],
  ['POST', '/auth/login', 'web', '/auth/login', 400],
  ['POST', '/auth/nothing', 'web', '/auth/nothing', 404],
  ['GET', '/', 'web', '/', 200],
  ['GET', '/chat/1', 'web', '/chat/1', 200],
] as const;

requirement('proxy/each-path-reaches-its-service', async ({ client, recording, verify }) => {
  await using api = await recording('edge->api');
  await using chat = await recording('edge->chat');
  await using web = await recording('edge->web');
  const links = { api, chat, web };
  for (const [method, path, service, inside, status] of routes) {
    const when = `to ${method} ${path}`;
    const body = method === 'POST' ? { json: {} } : {};
    const answer = await client.request(path, { method, ...body });
    verify('status', { expected: status, actual: answer.status, when });
    const type = answer.headers['content-type']?.split(';', 1)[0];
    const expected = method === 'GET' && service === 'web' ? 'text/html' : 'application/json';
    verify('content-type', { expected, actual: type, when });
    const heads = await links[service].requests(answer.requestId);
    verify('reaches-its-service', {
      expected: [`${service} as ${inside}`],
      actual: heads.map((head) => `${service} as ${head.path}`),
      when,
    });
  }
});
