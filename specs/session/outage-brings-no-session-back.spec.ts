import { MeAnswer } from '#contracts/wire/auth.ts';
import { redisEntries, requirement, until } from '#fixtures/test.ts';

const away = { type: 'reset_peer', timeout: 0 } as const;

requirement(
  'session/outage-brings-no-session-back',
  { exclusive: true },
  async ({ system, client, faults, verify }) => {
    const session = await client.register();
    const { id } = (await session.me()).json(MeAnswer).session;
    await using socket = client.socket(`?token=${session.accessToken}`);
    await socket.untilMessage('ready', 5000);
    {
      await using _api = await faults.on('api->redis', away);
      await using _chat = await faults.on('chat->redis', away);
      // Using the socket writes its chat session anew, or tries to.
      socket.send({ type: 'ping' });
      await socket.untilMessage('pong', 2000);
      await session.logout();
    }
    const refused = async () => (await session.me()).status === 401;
    const gone = await until(refused, { what: 'the refusal of the token', deadline: 5000 }).catch(() => false);
    verify('stays-refused', { expected: true, actual: gone });
    await socket.untilClosed(5000);
    // A round trip of the chat behind the end of the old session: whatever it still had to write is written.
    const other = await client.login(session.credentials);
    await using fresh = client.socket(`?token=${other.accessToken}`);
    await fresh.untilMessage('ready', 5000);
    const keys = await redisEntries(system.granted('redis'));
    const left = keys.filter((key) => key.startsWith('chat_session:') && key.endsWith(id));
    verify('no-chat-session', { expected: 'none', actual: left[0]?.replace(id, '<session>') ?? 'none' });
  },
);
