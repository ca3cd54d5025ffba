import type { Recorder } from '#fixtures/scenario/recorder.ts';
import type { Client } from '#fixtures/test.ts';
import { closed, type Member } from './uses.ts';

/** A socket that stays open: one operation, `ok` when it was open to the end. */
export interface HeldSocket {
  /** The end: what is still open is noted as open, and then closed. */
  end(): void;
}

const longest = 60_000;

export async function holdSocket(client: Client, record: Recorder, { name, session }: Member): Promise<HeldSocket> {
  const complete = record.invoke(name, 'held-socket');
  const socket = client.socket(`?token=${session.accessToken}`);
  await socket.untilMessage('ready', 5000);
  socket.untilClosed(longest).then(
    (close) => complete(closed(close)),
    () => complete({ kind: 'indefinite', value: `nobody looked after ${longest} ms` }),
  );
  return {
    end() {
      const close = socket.closed();
      complete(close === undefined ? { kind: 'ok', value: 'open' } : closed(close));
      socket.close();
    },
  };
}
