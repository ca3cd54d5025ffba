import { paths } from '#contracts/wire/paths.ts';
import { type Client, freshCredentials, requirement } from '#fixtures/test.ts';

const perAddress = 8;
const perAccount = 5;
const window = 900;
const settings = {
  LOGIN_FAILURES_PER_ADDRESS: String(perAddress),
  LOGIN_FAILURES_PER_ACCOUNT: String(perAccount),
  PASSWORD_COST: '16',
};
const options = { exclusive: true, settings };

requirement('account/limits-follow-the-client', options, async ({ system, client, clientFrom, clientOf, verify }) => {
  const { credentials } = await client.register();
  const logIn = (from: Client, json: object, claimed: string) =>
    from.post(paths.login, { json, headers: { 'x-forwarded-for': claimed } });

  const attacker = clientFrom('127.66.0.1');
  const guesses = await inTurn(perAddress + 5, (n) => logIn(attacker, freshCredentials(), `203.0.113.${n}`));
  verify('address-limited', { expected: `401 x ${perAddress}, 429 x 5`, actual: runs(guesses) });
  for (const { status, headers } of guesses) {
    const after = Number(headers['retry-after']);
    if (status !== 429) continue;
    verify('says-when', {
      expected: `a whole number of seconds, at most ${window}`,
      actual: headers['retry-after'] ?? 'nothing',
      holds: Number.isInteger(after) && after >= 1 && after <= window,
    });
  }
  const neighbour = await logIn(clientFrom('127.66.0.2'), credentials, '203.0.113.1');
  verify('others-unaffected', { expected: 200, actual: neighbour.status, when: 'to a login from another address' });

  // What the edge would tell of clients that this machine has no address for.
  const api = clientOf(system.direct('api'));
  const told = await inTurn(perAddress + 1, (n) => logIn(api, freshCredentials(), `203.0.113.${n}, 2001:db8:1::1`));
  verify('address-limited', { expected: `401 x ${perAddress}, 429 x 1`, actual: runs(told), when: 'over IPv6' });
  for (const other of ['2001:db8:2::1', '::ffff:203.0.113.50', '203.0.113.51']) {
    const { status } = await logIn(api, credentials, other);
    verify('others-unaffected', { expected: 200, actual: status, when: `to a login from ${other}` });
  }

  const spread = await inTurn(perAccount + 2, (n) =>
    logIn(clientFrom(`127.66.1.${n}`), { ...credentials, password: freshCredentials().password }, '203.0.113.1'),
  );
  const right = await logIn(clientFrom('127.66.2.1'), credentials, '203.0.113.1');
  const expected = `401 x ${perAccount}, 429 x 3`;
  verify('account-limited', { expected, actual: runs([...spread, right]) });
});

/** One after another, since which failure is beyond the limit depends on their order. */
async function inTurn<Answer>(count: number, ask: (n: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let n = 1; n <= count; n += 1) answers.push(await ask(n));
  return answers;
}

/** The statuses in their order, each with how often it came in a row: `401 x 8, 429 x 5`. */
function runs(answers: readonly { readonly status: number }[]): string {
  const rows: { status: number; count: number }[] = [];
  for (const { status } of answers) {
    const last = rows.at(-1);
    if (last?.status === status) last.count += 1;
    else rows.push({ status, count: 1 });
  }
  return rows.map(({ status, count }) => `${status} x ${count}`).join(', ');
}
