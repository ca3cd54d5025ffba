import { requirement, until } from '#fixtures/test.ts';

const limit = 65_536;

/** A whole message of so many bytes; JSON may end in blanks. */
const padded = (id: string, bytes: number) =>
  JSON.stringify({ type: 'message', id, text: 'Is there room for this?' }).padEnd(bytes);

requirement('websocket/too-large-is-closed-with-1009', async ({ client, session, verify }) => {
  const open = async () => {
    const socket = client.socket(`?token=${session.accessToken}`);
    await socket.untilMessage('ready', 5000);
    return socket;
  };
  const outcome = async (socket: Awaited<ReturnType<typeof open>>) =>
    await until(
      () => {
        const closed = socket.closed();
        if (closed !== undefined) return String(closed.code);
        return socket.messages.some(({ type }) => type === 'accepted' || type === 'error')
          ? 'open, answered'
          : undefined;
      },
      { what: 'what becomes of the message', deadline: 3000 },
    ).catch(() => 'open, not answered');

  await using largest = await open();
  largest.sendRaw(padded('largest', limit));
  verify('largest-is-served', { expected: 'open, answered', actual: await outcome(largest) });

  await using larger = await open();
  larger.sendRaw(padded('larger', limit + 1));
  verify('larger-is-1009', { expected: '1009', actual: await outcome(larger) });

  await using fragmented = await open();
  for (let sent = 0; sent <= limit; sent += 1024) fragmented.sendRaw(' '.repeat(1024), { unfinished: true });
  verify('fragments-are-1009', { expected: '1009', actual: await outcome(fragmented) });

  await using next = await open();
  next.send({ type: 'message', id: 'next', text: 'And now?' });
  const accepted = await next.untilMessage('accepted', 3000).catch(() => undefined);
  verify('next-works', { expected: 'next', actual: accepted?.id ?? 'not accepted' });
});
