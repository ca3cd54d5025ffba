import { requirement, until } from '#fixtures/test.ts';
import { openLivePage } from './live-page.ts';

const heartbeatMs = 500;
const soon = 5 * heartbeatMs;
// The edge’s idle time in the proportion of production.
const settings = { WS_HEARTBEAT_MS: String(heartbeatMs), EDGE_IDLE_TIMEOUT: String((3 * heartbeatMs) / 1000) };
const message = { type: 'message', id: 'once', text: '[[tokens=1 interval=0]] Is anybody there?' } as const;
const options = { exclusive: true, settings, timeout: 60_000 };

requirement('websocket/half-open-is-noticed', options, async ({ client, session, page, faults, verify }) => {
  await using before = client.socket(`?token=${session.accessToken}`);
  await before.untilMessage('ready', 5000);
  before.send(message);
  await before.untilMessage('done', 5000);
  {
    await using _ = await faults.on('client->edge', { type: 'half_open', stream: 'upstream' });
    const closed = await before.untilClosed(soon).catch(() => undefined);
    verify('chat-lets-go', {
      expected: '1006',
      actual: closed === undefined ? `open after ${soon} ms` : String(closed.code),
    });
  }
  await using after = client.socket(`?token=${session.accessToken}`);
  const { history } = await after.untilMessage('ready', 5000);
  const remembered = history.filter(({ id }) => id === message.id).length;
  after.send(message);
  await after.untilMessage('accepted', 5000);
  // What follows is served after it, and an answer to it would have come by then.
  after.send({ ...message, id: 'next' });
  await until(() => after.messages.some((said) => said.type === 'done' && said.id === 'next'), {
    what: 'the next answer',
    deadline: 5000,
  });
  const again = after.messages.filter((said) => said.type === 'done' && said.id === message.id).length;
  verify('delivered-once', {
    expected: 'answered 1 times, remembered 1 times',
    actual: `answered ${1 + again} times, remembered ${remembered} times`,
  });

  const live = await openLivePage(page, await client.register());
  {
    await using _ = await faults.on('client->edge', { type: 'half_open', stream: 'downstream' });
    await live.say('[[tokens=3 interval=0]] Can you hear me?');
    const noticed = await live.connection(['Reconnecting', 'Connecting'], soon);
    verify('page-lets-go', { expected: 'Reconnecting', actual: noticed, holds: noticed !== 'Live' });
  }
  verify('page-comes-back', { expected: 'Live', actual: await live.connection(['Live'], 10_000) });
  const said = live.panel.getByText('Can you hear me?');
  const answers = live.panel.getByText('Garden', { exact: true });
  await answers
    .first()
    .waitFor({ timeout: 5000 })
    .catch(() => undefined);
  verify('shown-once', {
    expected: 'shown 1 times, answered 1 times',
    actual: `shown ${await said.count()} times, answered ${await answers.count()} times`,
  });
});
