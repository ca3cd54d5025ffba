import { setTimeout as delay } from 'node:timers/promises';
import { redisKeys } from '#contracts/wire/redis.ts';
import type { StreamEvent } from '#contracts/wire/sse.ts';
import type { Redis } from '../../common/redis.ts';
import { type AnswerLog, eventOf, numberOf } from './answer-log.ts';
import { eventId } from './event-id.ts';

/** An answer that another replica produces or produced, read from Redis on a connection of its own. */
export type FollowRemote = (streamId: string, after: number, signal: AbortSignal) => AsyncIterable<StreamEvent>;

interface RemoteSettings {
  readonly ANSWER_RESUME_SECONDS: number;
  readonly SSE_HEARTBEAT_MS: number;
  readonly REDIS_COMMAND_TIMEOUT_MS: number;
}

const retryMs = 100;

/**
 * Waits out an outage of Redis. Ends with an `error` event when the answer is gone, when an event of it
 * is missing, and when whoever produced it has not touched it for three heartbeats: it died.
 */
export function createFollowRemote(redis: Redis, log: AnswerLog, settings: RemoteSettings): FollowRemote {
  const block = Math.floor(settings.REDIS_COMMAND_TIMEOUT_MS / 2);
  const giveUpMs = settings.ANSWER_RESUME_SECONDS * 1000;
  return async function* follow(streamId, after, signal) {
    const reader = redis.duplicate();
    reader.on('error', () => undefined);
    let last = after;
    let heardAt = performance.now();
    try {
      while (!signal.aborted) {
        const entries = await read(reader, redisKeys.answer(streamId), last, block);
        if (entries === undefined) {
          if (performance.now() - heardAt > giveUpMs) throw new Error('Redis stayed away');
          await delay(retryMs);
          continue;
        }
        if (entries.length === 0) await assertProduced(log, streamId, settings);
        heardAt = performance.now();
        for (const entry of entries) {
          if (numberOf(entry[0]) !== last + 1) throw new Error(`event ${last + 1} of the answer is missing`);
          const event = eventOf(streamId, entry);
          last += 1;
          yield event;
          if (event.event !== 'delta') return;
        }
      }
    } catch {
      const data = { code: 'internal', message: 'The answer broke off' } as const;
      yield { id: eventId({ streamId, n: last + 1 }), event: 'error', data };
    } finally {
      reader.disconnect();
    }
  };
}

/** New entries, none after `block` ms, undefined when Redis does not answer. */
async function read(reader: Redis, key: string, last: number, block: number) {
  try {
    const streams = await reader.xread('COUNT', 500, 'BLOCK', block, 'STREAMS', key, `${last}-0`);
    return streams?.[0]?.[1] ?? [];
  } catch {
    return undefined;
  }
}

async function assertProduced(log: AnswerLog, streamId: string, settings: RemoteSettings): Promise<void> {
  const state = await log.state(streamId).catch(() => 'away' as const);
  if (state === 'away') return;
  if (state === undefined) throw new Error('the answer is gone');
  if (!state.ended && state.untouchedFor > 3 * settings.SSE_HEARTBEAT_MS)
    throw new Error('whoever produced it is gone');
}
