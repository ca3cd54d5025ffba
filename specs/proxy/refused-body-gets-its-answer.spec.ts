import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';

/** A connection that is closed too early breaks by chance, every third time or so. */
const attempts = 20;
const kilobyte = 1000;

const refused = [
  { path: paths.documents, size: 900 * kilobyte, expected: '401 token_missing' },
  { path: paths.chatTickets, size: 900 * kilobyte, expected: '401 token_missing' },
  { path: '/auth/nowhere', size: 900 * kilobyte, expected: '404 not_found' },
  // Between the default limit, 1 MiB, and the 2 MiB that an edge may be content with.
  { path: paths.register, size: 1500 * kilobyte, expected: '413 too_large' },
];

requirement('proxy/refused-body-gets-its-answer', async ({ client, verify }) => {
  for (const { path, size, expected } of refused) {
    const body = ' '.repeat(size);
    const headers = { 'content-type': 'application/json' };
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const answer = await client.post(path, { body, headers });
      const { error } = JSON.parse(answer.body) as { readonly error: string };
      const when = `to attempt ${attempt} of ${size} bytes to ${path}`;
      verify('own-answer', { expected, actual: `${answer.status} ${error}`, when });
    }
  }
});
