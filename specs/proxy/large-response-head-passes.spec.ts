import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';

const value = 'x'.repeat(100 * 1024);
const services = [
  { link: 'edge->web', path: '/login' },
  { link: 'edge->api', path: paths.health },
  { link: 'edge->chat', path: paths.chatHealth },
];

requirement('proxy/large-response-head-passes', async ({ client, faults, verify }) => {
  for (const { link, path } of services) {
    await using _ = await faults.on(link, { type: 'header', action: 'append', name: 'X-Large', value });
    const answer = await client.get(path);
    const when = `with ${value.length} bytes more on ${link}`;
    verify('answered-200', { expected: 200, actual: answer.status, when });
    verify('all-there', {
      expected: value.length,
      actual: String(answer.headers['x-large'] ?? '').length,
      when,
    });
  }
});
