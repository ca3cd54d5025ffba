import { requirement } from '#fixtures/test.ts';
import { slowStorage } from './slow-storage.ts';
import { watchRequests } from './watch-requests.ts';

const reloads = 50;
const pages = ['/app', '/chat/:id'] as const;

requirement('client/no-request-without-token', { timeout: 60_000 }, async ({ page, client, verify }) => {
  const session = await client.register();
  const document = await session.createDocument('Slow storage');
  await page.addInitScript(slowStorage, 20);
  await page.goto('/login');
  await page.getByLabel('Email').fill(session.credentials.email);
  await page.getByLabel('Password').fill(session.credentials.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('heading', { name: 'Documents' }).waitFor();

  for (const route of pages) {
    const path = route.replace(':id', document.id);
    for (let reload = 0; reload <= reloads; reload++) {
      const watch = watchRequests(page);
      await (reload === 0 ? page.goto(path, { waitUntil: 'commit' }) : page.reload({ waitUntil: 'commit' }));
      const { without, refused } = await watch.settled(route === '/app' ? 1 : 2);
      const when = `after reload ${reload} of ${route}`;
      verify('requests-carry-token', {
        expected: [],
        actual: without.map((request) => `${request} without its token`),
        holds: without.length === 0,
        when,
      });
      verify('no-401', { expected: [], actual: refused, when });
    }
    const shown = route === '/app' ? 'Documents' : 'Slow storage';
    const visible = await page
      .getByRole('heading', { name: shown })
      .waitFor({ timeout: 5000 })
      .then(
        () => true,
        () => false,
      );
    verify('stays-logged-in', {
      expected: `the heading "${shown}"`,
      actual: visible ? 'shown' : `not shown at ${page.url()}`,
      holds: visible,
    });
  }
});
