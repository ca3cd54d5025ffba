import { paths } from '#contracts/wire/paths.ts';
import { type StreamEvent, type StreamEventName, StreamEvents, type StreamRequest } from '#contracts/wire/sse.ts';
import type { ApiClient } from '../api/api-client.ts';
import { PageError, unreachable } from '../api/page-error.ts';
import type { PageParts } from '../parts.ts';
import { pause } from './backoff.ts';

/** What happens while an answer arrives. The last one is `done` or `error`. */
export type AnswerStep = StreamEvent | { readonly event: 'resuming'; readonly attempt: number };

export interface AnswerOptions {
  readonly documentId: string;
  readonly message: string;
  /** Silence after which a stream counts as cut. */
  readonly idleMs: number;
  readonly signal: AbortSignal;
}

/** How often a cut stream is taken up again before the reader is asked. */
const mostResumes = 6;

/**
 * Asks a question and gives its answer as it arrives. A cut is healed by Last-Event-ID, with no gap and
 * no repeat. Rejects with PageError; before the first event nothing is repeated by itself, because the
 * server may have taken the question.
 */
export async function* streamAnswer(
  parts: PageParts,
  api: ApiClient,
  options: AnswerOptions,
): AsyncGenerator<AnswerStep> {
  const { documentId, message, idleMs, signal } = options;
  const path = paths.documentStream(encodeURIComponent(documentId));
  const question: StreamRequest = { message, onDisconnect: 'survive' };
  let seen: Position | undefined;
  let attempt = 0;
  for (;;) {
    try {
      const headers = { accept: 'text/event-stream', ...(seen === undefined ? {} : { 'last-event-id': seen.id }) };
      const response = await api.send(path, {
        method: 'POST',
        headers,
        signal,
        ...(seen === undefined ? { json: question } : {}),
      });
      if (response.body === null) throw unreachable();
      for await (const event of parts.decodeEvents(response.body, idleMs)) {
        const step = readEvent(event);
        const position = step === undefined ? undefined : positionOf(step.id);
        if (step === undefined || position === undefined || (seen !== undefined && position.n <= seen.n)) continue;
        seen = position;
        attempt = 0;
        yield step;
        if (step.event !== 'delta') return;
      }
    } catch (error) {
      if (signal.aborted || !mayResume(error)) throw error;
      if (seen === undefined) throw error instanceof PageError ? error : unreachable(error);
    }
    attempt += 1;
    if (seen === undefined || attempt > mostResumes) throw unreachable();
    yield { event: 'resuming', attempt };
    await pause(parts.backoff(attempt), signal);
  }
}

/** A lost connection is taken up again; what the server refused is not, least of all 401 and 403. */
export function mayResume(error: unknown): boolean {
  return !(error instanceof PageError) || error.kind === 'unreachable';
}

interface Position {
  readonly id: string;
  readonly n: number;
}

/** Ids are `<stream>:<n>`. */
function positionOf(id: string): Position | undefined {
  const n = Number(id.slice(id.lastIndexOf(':') + 1));
  return Number.isInteger(n) ? { id, n } : undefined;
}

function readEvent({
  id,
  event,
  data,
}: {
  id?: string | undefined;
  event?: string | undefined;
  data: string;
}): StreamEvent | undefined {
  if (id === undefined || event === undefined || !(event in StreamEvents)) return undefined;
  const name = event as StreamEventName;
  return { id, event: name, data: StreamEvents[name].parse(JSON.parse(data)) } as StreamEvent;
}
