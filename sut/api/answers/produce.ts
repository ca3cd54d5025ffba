import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../../common/log.ts';
import { ModelError } from '../../common/model-client.ts';
import type { Parts } from '../parts.ts';
import type { LiveAnswer } from './live-answer.ts';

export interface Question {
  readonly documentId: string;
  readonly prompt: string;
  /** Aborting stops the model; what it said is stored. */
  readonly signal: AbortSignal;
  readonly log: Pick<Logger, 'warn'>;
}

/** How long storing a finished answer is tried again while Postgres is away. */
const storeTriesMs = 30_000;
const retryMs = 100;

/**
 * Produces an answer to its end, whoever listens: deltas as they come, stored once, then `done`.
 * Never rejects: what goes wrong is the answer's last event.
 */
export async function produce(parts: Parts, answer: LiveAnswer, question: Question): Promise<void> {
  let text = '';
  let deltas = 0;
  try {
    for await (const token of parts.model.answer(question.prompt, question.signal)) {
      text += token;
      deltas += 1;
      answer.append('delta', { text: token });
    }
    answer.append('done', { messageId: await store(parts, answer, question, text), deltas });
    parts.metrics.answer('done');
  } catch (error) {
    if (text !== '' && !(error instanceof NotStored)) await store(parts, answer, question, text).catch(() => undefined);
    const failure = failureOf(error, question.signal);
    if (!question.signal.aborted) question.log.warn({ err: error, streamId: answer.streamId }, 'an answer failed');
    answer.append('error', failure);
    parts.metrics.answer(question.signal.aborted ? 'cancelled' : failure.code);
  } finally {
    answer.end();
  }
}

class NotStored extends Error {
  override readonly name = 'NotStored';
}

async function store(parts: Parts, answer: LiveAnswer, question: Question, text: string): Promise<string> {
  const until = performance.now() + storeTriesMs;
  for (;;) {
    try {
      return await parts.messages.answer(question.documentId, answer.streamId, text);
    } catch (cause) {
      if (performance.now() > until) throw new NotStored('Failed to store an answer for 30 s', { cause });
      await delay(retryMs);
    }
  }
}

function failureOf(error: unknown, signal: AbortSignal) {
  if (signal.aborted) return { code: 'internal', message: 'The answer was stopped' } as const;
  if (error instanceof ModelError) {
    const message =
      error.code === 'model_unavailable' ? 'The model cannot be reached' : 'The model broke off its answer';
    return { code: error.code, message } as const;
  }
  return { code: 'internal', message: 'The answer could not be finished' } as const;
}
