import type { outageAssertions } from '#contracts/catalogue/requirements/outage.ts';
import { paths } from '#contracts/wire/paths.ts';
import { type Client, test, until } from '#fixtures/test.ts';
import {
  type Action,
  askAll,
  type Cell,
  longest,
  openSessions,
  type Sessions,
  startOfSocket,
  startOfStream,
  type Token,
} from './cells.ts';

/** What each request may be answered; ` | ` stands between alternatives. */
export type Promises = Readonly<Record<Action, Readonly<Record<Token, string>>>>;

/** A state that a store is brought into, and out of again. */
export interface Outage {
  readonly state: string;
  readonly promised: Promises;
  /**
   * Whether the store cannot be asked at all, so that the api must not call itself ready; `at times`: only while the
   * requests themselves exhaust it.
   */
  readonly blind: boolean | 'at times';
  /** Longest wait for its end to be felt, in milliseconds. */
  readonly recovery: number;
  begin(): Promise<unknown>;
  end(): Promise<unknown>;
}

type Verify = (
  assertion: keyof typeof outageAssertions,
  observation: { expected: unknown; actual: unknown; holds?: boolean; when: string },
) => void;

const served = ['200', 'ready'];
// A literal: what a client that meets an outage is told.
const advice = 'A store is unavailable, try again shortly; Retry-After: 1';

/** Takes the System through one outage: every cell of its table is a step of the test. */
export async function judgeOutage(client: Client, outage: Outage, verify: Verify): Promise<void> {
  const { state, promised } = outage;
  const sessions = await openSessions(client);
  await outage.begin();
  const readiness = outage.blind === 'at times' ? readinessInTime : readinessNow;
  const [cells, health] = await Promise.all([askAll(client, sessions), readiness(client)]);
  for (const cell of cells) {
    await test.step(`${state}: ${cell.action} with ${cell.token} token: ${cell.said} after ${cell.took} ms`, () =>
      judgeCell(cell, promised[cell.action][cell.token].split(' | '), state, verify));
  }
  await judgeLeft(client, sessions, `to a token logged out meanwhile, ${state}`, verify);
  if (outage.blind !== false)
    verify('readiness-red', { expected: 503, actual: health, when: `from /health, ${state}` });
  await outage.end();
  await test.step(`${state}: recovery`, () => judgeRecovery(client, sessions, outage, verify));
}

const readinessNow = async (client: Client) => (await client.get(paths.health)).status;

/** 503 as soon as /health says so, else what it still says when every request must have been answered. */
async function readinessInTime(client: Client): Promise<number> {
  let status = 0;
  const isRed = async () => {
    status = await readinessNow(client);
    return status === 503;
  };
  await until(isRed, { what: 'a red /health', deadline: longest }).catch(() => undefined);
  return status;
}

function judgeCell({ action, token, said, advice: told }: Cell, acceptable: string[], state: string, verify: Verify) {
  const when = `to ${action} with ${token} token, ${state}`;
  verify('answers-in-time', {
    expected: `within ${longest} ms`,
    actual: said,
    holds: !said.startsWith('no answer'),
    when,
  });
  const opens = action === 'login' || action === 'sign-up' || action === 'logout';
  const letIn = said === '200' || said === 'ready';
  if (token === 'revoked' && !opens)
    verify('revoked-stays-out', { expected: 'refused', actual: said, holds: !letIn, when });
  if (token === 'valid' || opens)
    verify('outage-is-no-refusal', {
      expected: 'no 401, 403 or 1008',
      actual: said,
      holds: !/^(401|403|1008)/.test(said),
      when,
    });
  verify('as-promised', { expected: acceptable.join(' | '), actual: said, holds: acceptable.includes(said), when });
  if (told !== '') verify('told-to-retry', { expected: advice, actual: told, when });
}

/** Its logout was answered during the outage. */
async function judgeLeft(client: Client, { leaving }: Sessions, when: string, verify: Verify): Promise<void> {
  const { status } = await client.get(paths.me, { bearer: leaving.accessToken });
  verify('logged-out-meanwhile', { expected: '401 or 503', actual: status, holds: [401, 503].includes(status), when });
}

async function judgeRecovery(
  client: Client,
  { lasting, leaving, credentials, document }: Sessions,
  { state, recovery }: Outage,
  verify: Verify,
): Promise<void> {
  const when = `after ${state}`;
  const deadline = performance.now() + recovery;
  const bearer = lasting.accessToken;
  const asks = {
    me: async () => String((await client.get(paths.me, { bearer })).status),
    login: async () => String((await client.post(paths.login, { json: credentials })).status),
    'SSE start': async () => (await startOfStream(client, document, { bearer, deadline: longest })).said,
    'WebSocket start': async () => (await startOfSocket(client, bearer)).said,
  };
  for (const [what, ask] of Object.entries(asks)) {
    let last = 'nothing';
    const isServed = async () => {
      last = await ask();
      return served.includes(last);
    };
    await until(isServed, {
      what: `${what} served`,
      deadline: Math.max(1, deadline - performance.now()),
    }).catch(() => undefined);
    verify('recovers', {
      expected: `200 or ready within ${recovery} ms`,
      actual: last,
      holds: served.includes(last),
      when: `to ${what} ${when}`,
    });
  }
  const { status } = await client.get(paths.me, { bearer: leaving.accessToken });
  verify('logged-out-meanwhile', { expected: 401, actual: status, when });
}
