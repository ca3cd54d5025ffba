import { curlCommands } from '#fixtures/clients/curl.ts';
import { requirement } from '#fixtures/test.ts';
import { tokenStates } from './token-states.ts';

// Literals of report 3: status, body and message of a logout.
const body = { success: true, message: 'Successfully logged out', revocation: 'complete' };
const cleared = /^refresh_token=; .*(Max-Age=0|Expires=Thu, 01 Jan 1970)/i;

requirement('session/logout-is-idempotent', async ({ system, client: edge, clientOf, verify }) => {
  const ways = [
    { name: 'at the api', client: clientOf(system.direct('api')), path: '/api/auth/logout' },
    { name: 'at the api through the edge', client: edge, path: '/api/auth/logout' },
    { name: 'at the web tier', client: clientOf(system.direct('web')), path: '/auth/logout' },
    { name: 'at the web tier through the edge', client: edge, path: '/auth/logout' },
  ];
  const bodies = [{}, { headers: { 'content-type': 'application/json' } }, { json: { reason: 'done' } }];

  for (const { name, client, path } of ways) {
    const states = await tokenStates(system, edge);
    for (const [state, bearer] of states) {
      for (const [index, sent] of bodies.entries()) {
        const when = `for a token that is ${state}, ${name}, with ${['no body', 'an empty JSON body', 'a JSON body'][index]}`;
        const answer = await client.post(path, { bearer, ...sent });
        verify('answers-200', { expected: 200, actual: answer.status, when });
        verify('same-body', { expected: body, actual: JSON.parse(answer.body), when });
        verify('clears-cookie', {
          expected: 'a Set-Cookie that ends refresh_token',
          actual: answer.setCookies,
          holds: answer.setCookies.length === 1 && cleared.test(answer.setCookies[0] ?? ''),
          when,
        });
      }
    }
  }

  for (const { command, answer } of await curlCommands(system.direct('api'))) {
    verify('answers-200', { expected: 200, actual: answer.status, when: `to ${command}` });
    verify('same-body', { expected: body, actual: JSON.parse(answer.body), when: `to ${command}` });
  }
});
