import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';
import { keepSession, loginNotice, showsHeading } from './kept-session.ts';

const title = 'The garden behind the wall';

requirement('client/back-shows-nothing-private', async ({ system, session, page, verify }) => {
  const { id } = await session.createDocument(title);
  await keepSession(page, system, session);
  const answers: [string, Promise<string | null>][] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if ([paths.documents, paths.document(id), '/app'].includes(pathname))
      answers.push([pathname, response.headerValue('cache-control')]);
  });

  await page.goto('/app');
  await page.getByRole('link', { name: title }).click();
  verify('shown-before', { expected: title, actual: await showsHeading(page, title) });
  for (const [path, cacheControl] of answers)
    verify('not-stored', { expected: 'no-store', actual: (await cacheControl) ?? 'nothing', when: `for ${path}` });

  await page.getByRole('button', { name: 'Log out' }).click();
  await loginNotice(page);
  await page.goBack();
  const shown = page.getByText(title).first();
  const back = await Promise.race([
    shown.waitFor({ timeout: 2000 }).then(
      () => `the private title at ${new URL(page.url()).pathname}`,
      () => 'nothing private',
    ),
    loginNotice(page).then((notice) => (notice.startsWith('no login') ? notice : 'the login')),
  ]);
  verify('gone-on-back', { expected: 'the login', actual: back });
  await page.goto(`/chat/${id}`);
  const notice = await loginNotice(page);
  const left = notice.startsWith('no login') || (await shown.count()) > 0;
  verify('gone-by-address', { expected: 'the login', actual: left ? notice : 'the login' });
});
