import { setTimeout as delay } from 'node:timers/promises';
import type { ScenarioContext } from '#fixtures/scenario/phases.ts';
import { until } from '#fixtures/test.ts';
import { type Member, uses } from './uses.ts';

/** Milliseconds between two uses: somebody in a hurry, not a load test. */
const pause = [10, 60] as const;

/** A client that uses one session, one thing after another. */
export interface UsingClient {
  /** How often it has used the session in every way. */
  readonly rounds: () => number;
  untilRounds(count: number): Promise<void>;
  /** Resolves when its last use is over. */
  stop(): Promise<void>;
}

/** Starts a client; the seed chooses the order of its uses and its pauses. */
export function startClient({ client, record, random }: ScenarioContext, member: Member): UsingClient {
  const chance = random.fork(member.name);
  const stopping = new AbortController();
  let rounds = 0;
  const work = async () => {
    while (!stopping.signal.aborted) {
      for (const [act, use] of chance.shuffled(Object.entries(uses))) {
        await record.operation(member.name, act, () => use(client, member));
        await delay(chance.between(...pause), undefined, { signal: stopping.signal }).catch(() => undefined);
        if (stopping.signal.aborted) return;
      }
      rounds += 1;
    }
  };
  const working = work();
  return {
    rounds: () => rounds,
    async untilRounds(count) {
      await until(() => rounds >= count, { what: `${count} rounds of ${member.name}`, deadline: 15_000 });
    },
    async stop() {
      stopping.abort();
      await working;
    },
  };
}
