import { paths } from '#contracts/wire/paths.ts';
import { detectableShift, freshCredentials, requirement, separabilityOf } from '#fixtures/test.ts';

const samples = 200;
// A cheap hash hides less of what else differs; nobody is limited.
const unlimited = '1000000';
const settings = {
  PASSWORD_COST: '2048',
  LOGIN_FAILURES_PER_ACCOUNT: unlimited,
  LOGIN_FAILURES_PER_ADDRESS: unlimited,
};

const options = { exclusive: true, settings, timeout: 90_000 };

requirement('account/login-takes-alike', options, async ({ client, user, verify }, { annotations }) => {
  const { password } = freshCredentials();
  const known: number[] = [];
  const unknown: number[] = [];
  for (let pair = 0; pair < samples; pair += 1) {
    const sides = [
      async () => known.push(await time(user.email)),
      async () => unknown.push(await time(freshCredentials().email)),
    ];
    // Each side is as often the first of its pair.
    for (const side of pair % 2 === 0 ? sides : sides.toReversed()) await side();
  }
  const { auc, low, high } = separabilityOf(known, unknown);
  // A true AUC of 0.65 is above 0.6 in 95 % of such runs.
  const power = `a difference of ${detectableShift(unknown, 0.65).toFixed(2)} ms would be told in 95 % of runs`;
  annotations.push({ type: 'power', description: power });
  verify('inseparable', {
    expected: 'AUC above 0.4 and below 0.6',
    actual: `AUC ${auc.toFixed(2)} (95 %: ${low.toFixed(2)} to ${high.toFixed(2)})`,
    holds: auc > 0.4 && auc < 0.6,
    when: `of ${samples} + ${samples} interleaved failures; ${power}`,
  });

  /** Milliseconds of one failed login. */
  async function time(email: string): Promise<number> {
    const began = performance.now();
    await client.post(paths.login, { json: { email, password } });
    return performance.now() - began;
  }
});
