import { requirement } from '#fixtures/test.ts';
import { loginNotice } from '../client/kept-session.ts';

// Literal of report 4.
const required = 'Authentication Required';

requirement('chat/no-token-no-socket', async ({ page, session, verify }) => {
  const { id } = await session.createDocument();
  const stored = { state: { isAuthenticated: true, user: session.user, accessToken: null }, version: 0 };
  await page.goto('/favicon.svg');
  await page.evaluate((value) => localStorage.setItem('insight-garden-auth', value), JSON.stringify(stored));
  const opened: string[] = [];
  page.on('websocket', (socket) => opened.push(socket.url()));
  page.on('request', (request) => {
    if (request.url().endsWith('/api/v1/chat/tickets')) opened.push(request.url());
  });

  await page.goto(`/chat/${id}`);
  const shown = await loginNotice(page, 5000);
  verify('no-socket', { expected: [], actual: opened });
  verify('says-so', { expected: required, actual: shown });
});
