import { logIn, requirement } from '#fixtures/test.ts';
import { slowStorage } from './slow-storage.ts';
import { watchRequests } from './watch-requests.ts';

const reloads = 50;
const pages = [
  { on: '/app', heading: 'Documents', requests: 1 },
  { on: '/chat/:id', heading: 'Slow storage', requests: 2 },
];

for (const { on, heading, requests } of pages) {
  requirement('client/no-request-without-token', { on, timeout: 120_000 }, async ({ page, client, verify }) => {
    const session = await client.register();
    const document = await session.createDocument('Slow storage');
    await page.addInitScript(slowStorage, 20);
    await logIn(page, session.credentials);

    for (let reload = 0; reload <= reloads; reload++) {
      const watch = watchRequests(page);
      await (reload === 0 ? page.goto(on.replace(':id', document.id)) : page.reload({ waitUntil: 'commit' }));
      const { without, refused } = await watch.settled(requests);
      const when = `after reload ${reload} of ${on}`;
      verify('requests-carry-token', {
        expected: [],
        actual: without.map((request) => `${request} without its token`),
        when,
      });
      verify('no-401', { expected: [], actual: refused, when });
    }
    const shown = await page
      .getByRole('heading', { name: heading })
      .waitFor({ timeout: 5000 })
      .then(
        () => 'shown',
        () => `not shown at ${new URL(page.url()).pathname}`,
      );
    verify('stays-logged-in', { expected: 'shown', actual: shown, when: `(the heading “${heading}”)` });
  });
}
