import { paths } from '#contracts/wire/paths.ts';
import type { RunningWorkload, ScenarioContext, WorkingPhase, Workload } from '#fixtures/scenario/phases.ts';
import { startClient } from './client.ts';
import { holdSocket } from './held-socket.ts';
import { hasRecovered } from './recovered.ts';
import { logOut, type Member, uses } from './uses.ts';

/** How many sessions are logged out in which phase; the rest stays. */
const leaving = { steady: 2, breaking: 1, outage: 2 } as const satisfies Record<WorkingPhase, number>;
const staying = 3;
/** How often everybody has used the session in every way before the fault comes. */
const steadyRounds = 2;

/**
 * Sessions in use: each one has a client that goes on using its token over HTTP, SSE and WebSocket, also after
 * its logout, and a socket that stays open. The seed chooses who leaves when and by which door.
 */
export const sessionsInUse: Workload = {
  async start(context) {
    const { client, record, random } = context;
    const members = await Promise.all(names().map((name) => open(context, name)));
    const sockets = await Promise.all(members.map((member) => holdSocket(client, record, member)));
    const clients = members.map((member) => startClient(context, member));
    const leavers = random.shuffled(members);
    const leave = (member: Member) =>
      record.operation(member.name, 'logout', () =>
        logOut(client, member, random.next() < 0.5 ? paths.logout : paths.webLogout),
      );
    const stop = async () => {
      await Promise.all(clients.map((running) => running.stop()));
      for (const socket of sockets) socket.end();
    };
    return {
      async during(phase) {
        const before = clients.map(({ rounds }) => rounds());
        await Promise.all(leavers.splice(0, leaving[phase]).map(leave));
        if (phase === 'breaking') return;
        await Promise.all(clients.map((running, index) => running.untilRounds((before[index] ?? 0) + steadyRounds)));
      },
      recovered: () => hasRecovered(record.history),
      stop,
      async finalReads() {
        for (const [act, use] of Object.entries(uses)) {
          await Promise.all(members.map((member) => record.operation(member.name, act, () => use(client, member))));
        }
      },
      async [Symbol.asyncDispose]() {
        await stop();
      },
    } satisfies RunningWorkload;
  },
};

function names(): readonly string[] {
  const count = staying + Object.values(leaving).reduce((sum, leavers) => sum + leavers, 0);
  return Array.from({ length: count }, (_, index) => `session-${index + 1}`);
}

async function open({ client }: ScenarioContext, name: string): Promise<Member> {
  const session = await client.register();
  return { name, session, documentId: (await session.createDocument()).id };
}
