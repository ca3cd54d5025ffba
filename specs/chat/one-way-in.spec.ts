import { type Client, mintToken, type RecordedSocket, requirement, until } from '#fixtures/test.ts';

const welcome = 'let in';
const refused = '1008 Invalid token';
type Offered = NonNullable<Parameters<Client['socket']>[1]>;

requirement('chat/one-way-in', async ({ system, client, session, verify }) => {
  const { accessToken: token, user } = session;
  const enter = async (query: string, offered: Offered = {}) => {
    await using socket = client.socket(query, offered);
    return await outcomeOf(socket);
  };
  const bearer = (value: string) => ({ headers: { authorization: `Bearer ${value}` } });
  const offering = { protocols: ['chat.v1'] };
  const ways = {
    'a token in the header': () => enter('', bearer(token)),
    'a token in the query': () => enter(`?token=${token}`),
    'a token in the query, offering chat.v1': () => enter(`?token=${token}`, offering),
    'a ticket': async () => enter(`?ticket=${await session.ticket()}`),
    'a ticket, offering chat.v1': async () => enter(`?ticket=${await session.ticket()}`, offering),
  };
  for (const [way, through] of Object.entries(ways))
    verify('each-way-opens', { expected: welcome, actual: await through(), when: `by ${way}` });

  // Literals of report 4: what its page offered, and the last of its sources.
  const others = {
    'the subprotocol Bearer.<token>': { protocols: ['chat.v1', `Bearer.${token}`] },
    'X-Auth-Token': { headers: { 'x-auth-token': token } },
  };
  for (const [source, offered] of Object.entries(others))
    verify('no-other-source', { expected: refused, actual: await enter('', offered), when: `by ${source}` });

  const bad = await mintToken(system.granted('jwtSecret'), { wrongSignature: true });
  verify('header-decides', {
    expected: welcome,
    actual: await enter(`?token=${bad}`, bearer(token)),
    when: 'with a good header and a bad query',
  });
  verify('header-decides', {
    expected: refused,
    actual: await enter(`?token=${token}`, bearer(bad)),
    when: 'with a bad header and a good query',
  });

  const gone = await mintToken(system.granted('jwtSecret'), { email: user.email });
  verify('nobody-by-email', { expected: refused, actual: await enter(`?token=${gone}`) });

  await using first = client.socket(`?token=${token}`);
  await first.untilMessage('ready', 5000);
  await using second = client.socket(`?token=${token}`);
  await second.untilMessage('ready', 5000);
  first.send({ type: 'message', id: 'one', text: '[[tokens=1 interval=0]] Hello' });
  const said = await until(
    () => {
      const closed = first.closed();
      if (closed !== undefined) return `closed ${closed.code} ${closed.reason}`;
      return first.messages.some(({ type }) => type === 'accepted') && 'served';
    },
    { what: 'what becomes of a message on the first socket', deadline: 5000 },
  );
  verify('other-sockets-stay', { expected: 'served', actual: said });
});

function outcomeOf(socket: RecordedSocket): Promise<string> {
  return until(
    () => {
      if (socket.messages.some(({ type }) => type === 'ready')) return welcome;
      const closed = socket.closed();
      return closed && `${closed.code} ${closed.reason}`;
    },
    { what: 'what becomes of a socket', deadline: 5000 },
  );
}
