import type { z } from 'zod';
import type { StreamEvent, StreamEventName, StreamEvents } from '#contracts/wire/sse.ts';
import { eventId } from './event-id.ts';

type DataOf<Name extends StreamEventName> = z.infer<(typeof StreamEvents)[Name]>;

/** An answer that this replica produces: all its events, for any number of followers. */
export interface LiveAnswer {
  readonly streamId: string;
  readonly events: readonly StreamEvent[];
  readonly ended: boolean;
  append<Name extends StreamEventName>(event: Name, data: DataOf<Name>): void;
  end(): void;
  /** Every event after the `after`-th, those to come included; returns at the end or when aborted. */
  follow(after: number, signal: AbortSignal): AsyncIterable<StreamEvent>;
  /** Resolves when there is more than `after` events, at the end, and when aborted. */
  beyond(after: number, signal: AbortSignal): Promise<void>;
}

export function createLiveAnswer(streamId: string): LiveAnswer {
  const events: StreamEvent[] = [];
  const waiting = new Set<() => void>();
  let ended = false;
  const wake = () => {
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  const beyond = async (after: number, signal: AbortSignal) => {
    if (events.length > after || ended || signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const aborted = () => resolve();
    waiting.add(resolve);
    signal.addEventListener('abort', aborted);
    await promise;
    signal.removeEventListener('abort', aborted);
    waiting.delete(resolve);
  };
  return {
    streamId,
    events,
    get ended() {
      return ended;
    },
    append(event, data) {
      events.push({ id: eventId({ streamId, n: events.length + 1 }), event, data } as StreamEvent);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    beyond,
    async *follow(after, signal) {
      for (let n = after; !signal.aborted; ) {
        const next = events[n];
        if (next !== undefined) {
          n += 1;
          yield next;
        } else if (ended) {
          return;
        } else {
          await beyond(n, signal);
        }
      }
    },
  };
}
