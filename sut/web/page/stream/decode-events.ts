import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** The events of a server-sent stream, whatever its chunks. Ends with the stream; throws after `idleMs` without a byte. */
export async function* decodeEvents(
  body: ReadableStream<Uint8Array>,
  idleMs: number,
): AsyncGenerator<EventSourceMessage> {
  const reader = body.getReader();
  // One decoder for the whole stream: a character may come in two chunks.
  const decoder = new TextDecoder();
  let events: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => events.push(event) });
  try {
    for (;;) {
      const { done, value } = await within(idleMs, reader.read());
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      const arrived = events;
      events = [];
      yield* arrived;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`Nothing came for ${ms} ms`)), ms);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
