import { requirement, until } from '#fixtures/test.ts';

// It looks for what it was not told when the test is long over.
const settings = { REVOCATION_SWEEP_MS: '60000' };
/** The connection on which the chat listens to Redis is the second that it opens. */
const listening = { connection: 2 };
const options = { exclusive: true, settings };

requirement('websocket/ended-session-is-not-served', options, async ({ client, session, faults, verify }) => {
  await using socket = client.socket(`?token=${session.accessToken}`);
  await socket.untilMessage('ready', 5000);
  const say = async (id: string): Promise<string> => {
    socket.send({ type: 'message', id, text: 'May I?' });
    const outcome = () => {
      const closed = socket.closed();
      if (socket.messages.some((said) => said.type === 'accepted' && said.id === id)) return 'accepted';
      return closed && `${closed.code} ${closed.reason}`;
    };
    return await until(outcome, { what: 'what becomes of the message', deadline: 3000 }).catch(() => 'no answer');
  };
  verify('served-before', { expected: 'accepted', actual: await say('before') });

  await using notTold = await faults.on('chat->redis', { type: 'stall', match: listening });
  await session.logout();
  await notTold.untilFired(2000);
  verify('not-served', { expected: '1008 Session ended', actual: await say('after') });
});
