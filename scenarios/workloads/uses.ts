import { LogoutAnswer } from '#contracts/wire/auth.ts';
import { modelDirectives } from '#contracts/wire/model.ts';
import { paths } from '#contracts/wire/paths.ts';
import type { Outcome } from '#fixtures/scenario/recorder.ts';
import { type Client, type Session, until } from '#fixtures/test.ts';

/** One session in the workload. */
export interface Member {
  readonly name: string;
  readonly session: Session;
  readonly documentId: string;
}

/** Longest wait for one answer in milliseconds; what takes longer is indefinite. */
const deadline = 3000;

/** What a client does with its token; each use is one new request or connection. */
export const uses = {
  async me(client: Client, { session }: Member): Promise<Outcome> {
    return answered((await client.get(paths.me, { bearer: session.accessToken, deadline })).status);
  },

  async stream(client: Client, { session, documentId }: Member): Promise<Outcome> {
    const message = `${modelDirectives({ tokens: 1, intervalMs: 1 })} Go on.`;
    await using stream = await client.stream(documentId, message, { bearer: session.accessToken, deadline });
    return answered(stream.status);
  },

  async socket(client: Client, { session }: Member): Promise<Outcome> {
    await using socket = client.socket(`?token=${session.accessToken}`);
    const isIn = () => socket.messages.some(({ type }) => type === 'ready');
    await until(() => isIn() || socket.closed() !== undefined, { what: 'the outcome of a connect', deadline });
    if (isIn()) return { kind: 'ok', value: 'ready' };
    const handshake = socket.handshake();
    return handshake === 101 || handshake === 0 ? closed(socket.closed()) : answered(handshake);
  },
} as const;

/** Logs out at the api or at the web tier. */
export async function logOut(client: Client, { session }: Member, path: string): Promise<Outcome> {
  const { accessToken: bearer, refreshToken } = session;
  const answer = await client.post(path, { bearer, cookie: `refresh_token=${refreshToken}`, deadline });
  return answer.status === 200 ? { kind: 'ok', value: answer.json(LogoutAnswer).revocation } : answered(answer.status);
}

/** How a connection ended: refused with a code, or lost. */
export function closed(close: { readonly code: number; readonly reason: string } | undefined): Outcome {
  if (close === undefined || close.code === 1006) return { kind: 'indefinite', value: 'the connection was lost' };
  return { kind: 'fail', value: `${close.code} ${close.reason}`.trim() };
}

const answered = (status: number): Outcome => ({ kind: status < 300 ? 'ok' : 'fail', value: String(status) });
