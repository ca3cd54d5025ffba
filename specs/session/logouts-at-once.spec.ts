import { LogoutAnswer } from '#contracts/wire/auth.ts';
import { requirement } from '#fixtures/test.ts';

const tabs = 8;

requirement('session/logouts-at-once', async ({ session, verify }) => {
  const answers = await Promise.all(Array.from({ length: tabs }, () => session.logout()));
  verify('all-complete', {
    expected: Array<string>(tabs).fill('200 complete'),
    actual: answers.map((answer) => `${answer.status} ${answer.json(LogoutAnswer).revocation}`),
  });
  verify('session-dead', { expected: 401, actual: (await session.me()).status });
});
