import { paths } from '#contracts/wire/paths.ts';
import { requirement, submitLogin } from '#fixtures/test.ts';
import { keepSession, loginNotice } from './kept-session.ts';

const question = 'Which of the roses flowers first?';

requirement('client/ended-session-asks-for-login', async ({ system, client, page, verify }) => {
  const session = await client.register();
  const { id, title } = await session.createDocument('Roses');
  await keepSession(page, system, session);
  // Without its socket the page hears of nothing before it asks.
  await page.route(`**${paths.chatTickets}`, (route) => route.abort('connectionrefused'));
  await page.goto(`/chat/${id}`);
  const field = page.getByLabel('Ask about this document');
  await field.fill(question);
  await session.logout();
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  verify('login-within-2s', {
    expected: 'Session expired, please log in again',
    actual: await loginNotice(page, 2000),
  });
  await submitLogin(page, session.credentials);
  await page.getByRole('heading', { name: title }).waitFor({ timeout: 5000 });
  verify('draft-kept', { expected: question, actual: await field.inputValue() });
});
