import { requirement } from '#fixtures/test.ts';
import { refreshWith, statusOfMe } from './refresh-tokens.ts';

const tabs = 8;

requirement('session/parallel-refreshes-get-one-successor', async ({ client, session, verify }) => {
  const refreshed = await Promise.all(Array.from({ length: tabs }, () => refreshWith(client, session.refreshToken)));
  verify('all-succeed', { expected: Array<number>(tabs).fill(200), actual: refreshed.map(({ status }) => status) });

  const successors = new Set(refreshed.map(({ refreshToken }) => refreshToken));
  verify('one-successor', { expected: 1, actual: successors.size });
  const works = await Promise.all(refreshed.map(({ accessToken }) => statusOfMe(client, accessToken)));
  verify('every-tab-works', { expected: Array<number>(tabs).fill(200), actual: works });
  const [successor = ''] = successors;
  verify('family-lives', { expected: 200, actual: (await refreshWith(client, successor)).status });
});
