import { setTimeout as delay } from 'node:timers/promises';
import { redisKeys } from '#contracts/wire/redis.ts';
import type { StreamEvent } from '#contracts/wire/sse.ts';
import type { Redis } from '../../common/redis.ts';
import { allOf, orRedisAway, StoreUnavailable } from '../store/outage.ts';
import { eventId } from './event-id.ts';
import type { LiveAnswer } from './live-answer.ts';

export interface LogState {
  /** Number of the last recorded event. */
  readonly last: number;
  readonly ended: boolean;
  /** ms since whoever produces the answer last touched it. */
  readonly untouchedFor: number;
}

/** Answers in Redis, so that any replica can go on with one. */
export interface AnswerLog {
  /** Writes an answer's events beside its production; resolves when all of it is there or no longer worth it. */
  record(answer: LiveAnswer): Promise<void>;
  state(streamId: string): Promise<LogState | undefined>;
}

interface LogSettings {
  readonly ANSWER_RESUME_SECONDS: number;
  readonly SSE_HEARTBEAT_MS: number;
}

const retryMs = 100;

export function createAnswerLog(redis: Redis, settings: LogSettings): AnswerLog {
  const life = Math.ceil(settings.ANSWER_RESUME_SECONDS * 1000);
  const state = async (streamId: string): Promise<LogState | undefined> => {
    const key = redisKeys.answer(streamId);
    const [newest, left] = await Promise.all([
      orRedisAway(redis.xrevrange(key, '+', '-', 'COUNT', 1)),
      orRedisAway(redis.pttl(key)),
    ]);
    const [entry] = newest;
    if (entry === undefined) return undefined;
    const [id, [, event]] = entry;
    return { last: numberOf(id), ended: event === 'done' || event === 'error', untouchedFor: life - left };
  };

  /** Appends what comes after `from`; each entry but the first only to a key that is still there. */
  const append = async (answer: LiveAnswer, from: number): Promise<number> => {
    const key = redisKeys.answer(answer.streamId);
    const multi = redis.multi();
    const batch = answer.events.slice(from);
    for (const [index, { event, data }] of batch.entries()) {
      const n = from + index + 1;
      const fields = ['event', event, 'data', JSON.stringify(data)];
      if (n === 1) multi.xadd(key, `${n}-0`, ...fields);
      else multi.xadd(key, 'NOMKSTREAM', `${n}-0`, ...fields);
    }
    const results = await allOf(multi.pexpire(key, life));
    if (results.includes(null)) throw new StoreUnavailable('redis', `it lost ${key}`);
    return from + batch.length;
  };

  return {
    state,
    async record(answer) {
      let recorded = 0;
      let giveUpAt = Number.POSITIVE_INFINITY;
      while (!answer.ended || recorded < answer.events.length) {
        await beyondOrTouch(answer, recorded, settings.SSE_HEARTBEAT_MS);
        try {
          recorded = await append(answer, recorded);
        } catch {
          if (answer.ended) giveUpAt = Math.min(giveUpAt, performance.now() + life);
          if (performance.now() > giveUpAt) return;
          await delay(retryMs, undefined, { ref: false });
          // What did arrive before it failed is found out, never assumed.
          recorded = await state(answer.streamId).then(
            (found) => found?.last ?? 0,
            () => recorded,
          );
        }
      }
    },
  };
}

/** Waits for more, but not longer than until the log has to be touched again. */
async function beyondOrTouch(answer: LiveAnswer, recorded: number, ms: number): Promise<void> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), ms);
  await answer.beyond(recorded, silence.signal);
  clearTimeout(timer);
}

/** n of an entry id `<n>-0`. */
export function numberOf(entryId: string): number {
  return Number(entryId.split('-')[0]);
}

/** The event of an entry, as it was sent the first time. */
export function eventOf(streamId: string, [id, fields]: [id: string, fields: string[]]): StreamEvent {
  const [, event, , data] = fields;
  return { id: eventId({ streamId, n: numberOf(id) }), event, data: JSON.parse(data ?? 'null') } as StreamEvent;
}
