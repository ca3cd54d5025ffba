import type { Logger } from '../common/log.ts';
import { ModelError } from '../common/model-client.ts';
import type { Connection } from './connection.ts';
import type { ChatParts } from './parts.ts';

interface Question {
  readonly id: string;
  readonly text: string;
}

/**
 * Sends the model's answer as deltas and `done`; returns its text. A model that fails is an `error`
 * event, and nothing is returned; nor when `signal` aborts, which is silent.
 */
export type ProduceAnswer = (
  parts: Pick<ChatParts, 'model' | 'metrics'>,
  connection: Connection,
  question: Question,
  arrived: number,
  signal: AbortSignal,
  log: Logger,
) => Promise<string | undefined>;

export const produceAnswer: ProduceAnswer = async (parts, connection, { id, text }, arrived, signal, log) => {
  let whole = '';
  let n = 0;
  try {
    for await (const token of parts.model.answer(text, signal)) {
      n += 1;
      if (n === 1) parts.metrics.latency.observe((performance.now() - arrived) / 1000);
      whole += token;
      connection.send({ type: 'delta', id, n, text: token });
    }
    connection.send({ type: 'done', id, deltas: n });
    return whole;
  } catch (err) {
    if (signal.aborted) return undefined;
    const code = err instanceof ModelError ? err.code : 'internal';
    parts.metrics.messages.inc({ outcome: code });
    log.warn({ err, requestId: connection.requestId, deltas: n }, 'an answer failed');
    connection.send({ type: 'error', id, code, message: messages[code] });
    return undefined;
  }
};

const messages = {
  model_unavailable: 'The model cannot be reached, try again shortly',
  model_failed: 'The model broke off its answer',
  internal: 'Internal error',
} as const;
