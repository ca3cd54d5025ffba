import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { StreamEvent } from '#contracts/wire/sse.ts';
import type { Logger } from '../../common/log.ts';
import { ApiError } from '../http/api-error.ts';
import type { Parts } from '../parts.ts';
import type { Position } from './event-id.ts';
import { createLiveAnswer, type LiveAnswer } from './live-answer.ts';
import { produce } from './produce.ts';

/** What a stream sends: the events of an answer from some point on. */
export interface Feed {
  follow(signal: AbortSignal): AsyncIterable<StreamEvent>;
  /** The client is gone. Stops the model when that was the wish. */
  abandoned(): void;
}

export interface AnswerRequest {
  readonly documentId: string;
  readonly message: string;
  readonly onDisconnect: 'survive' | 'cancel';
  readonly log: Pick<Logger, 'warn'>;
}

/** The answers this replica produces. */
export interface Answers {
  begin(parts: Parts, request: AnswerRequest): Promise<Feed>;
  /** Rejects with `stream_gone` when the answer cannot go on after `position` without a gap. */
  resume(parts: Parts, documentId: string, position: Position): Promise<Feed>;
  /** Resolves when nothing is produced any more; after `graceMs` what runs is stopped and stored. */
  drain(graceMs: number): Promise<void>;
}

/** What a stopped answer gets to be stored. */
const storeMs = 250;

export function createAnswers(): Answers {
  const live = new Map<string, LiveAnswer>();
  const producing = new Set<Promise<void>>();
  const stopping = new AbortController();
  return {
    async begin(parts, { documentId, message, onDisconnect, log }) {
      const answer = createLiveAnswer(randomUUID());
      const cancelled = new AbortController();
      await parts.messages.ask(documentId, answer.streamId, message);
      const signal = AbortSignal.any([cancelled.signal, stopping.signal]);
      const production = produce(parts, answer, { documentId, prompt: message, signal, log });
      track(producing, production);
      if (onDisconnect === 'survive') {
        live.set(answer.streamId, answer);
        // Once all of it is in Redis, every replica resumes it from there.
        track(
          producing,
          parts.answerLog.record(answer).finally(() => live.delete(answer.streamId)),
        );
      }
      return {
        follow: (abort) => answer.follow(0, abort),
        abandoned: () => {
          if (onDisconnect === 'cancel') cancelled.abort();
        },
      };
    },
    async resume(parts, documentId, { streamId, n }) {
      if (!(await parts.messages.belongs(documentId, streamId))) throw new ApiError('stream_gone');
      const own = live.get(streamId);
      if (own !== undefined && n > own.events.length) throw new ApiError('stream_gone');
      if (own !== undefined) return { follow: (abort) => own.follow(n, abort), abandoned: () => undefined };
      const state = await parts.answerLog.state(streamId);
      if (state === undefined || (state.ended && n > state.last)) throw new ApiError('stream_gone');
      if (state.ended && n === state.last) return { follow: nothing, abandoned: () => undefined };
      return { follow: (abort) => parts.followRemote(streamId, n, abort), abandoned: () => undefined };
    },
    async drain(graceMs) {
      const timer = setTimeout(() => stopping.abort(), graceMs);
      await Promise.race([Promise.all(producing), delay(graceMs + storeMs, undefined, { ref: false })]);
      clearTimeout(timer);
    },
  };
}

async function* nothing(): AsyncGenerator<StreamEvent> {}

function track(all: Set<Promise<void>>, one: Promise<void>): void {
  all.add(one);
  void one.finally(() => all.delete(one));
}
