import { modelDirectives } from '#contracts/wire/model.ts';
import { requirement } from '#fixtures/test.ts';

const message = `${modelDirectives({ tokens: 1, intervalMs: 10 })} One.`;

requirement('stream/header-wins-over-query', async ({ client, session, verify }) => {
  const { id } = await session.createDocument();
  const tokens = { valid: session.accessToken, invalid: 'not.a.token' };
  const states = ['valid', 'invalid'] as const;
  for (const header of states) {
    for (const query of states) {
      const when = `for ${article(header)} header and ${article(query)} query`;
      await using stream = await client.stream(id, message, {
        bearer: tokens[header],
        query: `?token=${tokens[query]}`,
      });
      if (header === 'valid') verify('valid-header-opens', { expected: 200, actual: stream.status, when });
      else verify('invalid-header-refuses', { expected: 401, actual: stream.status, when });
    }
  }
});

const article = (state: 'valid' | 'invalid') => (state === 'valid' ? 'a valid' : 'an invalid');
