import { requirement } from '#fixtures/test.ts';

requirement('proxy/cookie-leaves-the-web-tier', async ({ page, user, verify }) => {
  const { request } = page.context();
  const kept = async () => {
    const cookies = await page.context().cookies();
    return cookies.find(({ name }) => name === 'refresh_token')?.value ?? 'none';
  };
  await request.post('/auth/login', { data: user });
  const first = await kept();
  verify('login-sets', { expected: 'a refresh token', actual: first.slice(0, 4), holds: first.startsWith('hfr_') });
  await request.post('/auth/refresh');
  const second = await kept();
  verify('refresh-replaces', {
    expected: 'another refresh token',
    actual: second === first ? 'the same' : second.slice(0, 4),
    holds: second.startsWith('hfr_') && second !== first,
  });
  await request.post('/auth/logout');
  verify('logout-clears', { expected: 'none', actual: (await kept()).slice(0, 4) });
});
