import { randomInt } from 'node:crypto';
import { paths } from '#contracts/wire/paths.ts';
import { settings } from '#contracts/wire/settings.ts';
import { freshCredentials, requirement } from '#fixtures/test.ts';

const failures = settings.LOGIN_FAILURES_PER_ACCOUNT.default;

requirement('account/login-answers-alike', async ({ clientFrom, user, verify }) => {
  // Failures of others count against their addresses, not against this one.
  const client = clientFrom(`127.67.${randomInt(1, 255)}.${randomInt(1, 255)}`);
  const known = { email: user.email, password: freshCredentials().password };
  const unknown = freshCredentials();
  for (let attempt = 1; attempt <= failures + 2; attempt += 1) {
    const requestId = client.nextRequestId();
    const [ofKnown, ofUnknown] = await Promise.all([answer(known, requestId), answer(unknown, requestId)]);
    verify(attempt <= failures ? 'same-refusal' : 'same-limit', {
      expected: `${attempt <= failures ? 401 : 429}, and the same for both`,
      actual: `${ofKnown}, ${ofUnknown}`,
      holds: ofKnown === ofUnknown && ofKnown.startsWith(attempt <= failures ? '401' : '429'),
      when: `for failure ${attempt}`,
    });
  }

  /** Everything of an answer but when it came. */
  async function answer(json: object, requestId: string): Promise<string> {
    const { status, headers, body } = await client.post(paths.login, { json, headers: { 'x-request-id': requestId } });
    const { date: _, 'retry-after': after, ...fields } = headers;
    return [status, JSON.stringify({ ...fields, retryAfter: after !== undefined }), body].join(' ');
  }
});
