import { type Faults, requirement } from '#fixtures/test.ts';
import { askWebTier, logOutAtWebTier } from './web-tier-answers.ts';

const link = 'web->api';
const ways = [
  {
    where: 'to silence',
    arm: (faults: Faults) => faults.on(link, { type: 'timeout', stream: 'upstream', timeout: 0 }),
  },
  { where: 'to another service', arm: (faults: Faults) => faults.misroute(link, 'edge->chat') },
  { where: 'back to the edge', arm: (faults: Faults) => faults.misroute(link, 'client->edge') },
];

requirement('proxy/misled-web-tier', { exclusive: true }, async ({ client, faults, verify }) => {
  for (const { where, arm } of ways) {
    const session = await client.register();
    await using _ = await arm(faults);
    const when = `to a logout that leads ${where}`;
    const logout = await logOutAtWebTier(client, session);
    verify('answers-in-time', { expected: 'within 2 s', actual: logout.took, holds: logout.inTime, when });
    verify('tells-the-truth', { expected: '200 failed, the session lives', actual: logout.truth, when });
    verify('clears-cookie', { expected: true, actual: logout.cleared, when });
    if (where !== 'back to the edge') continue;
    const login = await askWebTier(client, '/auth/login', { json: session.credentials });
    const { error } = JSON.parse(login.body) as { error?: string };
    verify('loop-is-told', { expected: [508, 'loop_detected'], actual: [login.status, error] });
  }
});
