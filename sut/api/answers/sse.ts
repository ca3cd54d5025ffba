import type { IncomingHttpHeaders } from 'node:http';
import type { StreamEvent } from '#contracts/wire/sse.ts';

/** How events look on the wire. */
export interface Sse {
  /** Longest silence of a stream in ms. */
  readonly heartbeatMs: number;
  readonly heartbeat: string;
  frame(event: StreamEvent): string;
  lastEventId(headers: IncomingHttpHeaders): string | undefined;
}

export function createSse(heartbeatMs: number): Sse {
  return {
    heartbeatMs,
    heartbeat: ': heartbeat\n\n',
    frame: ({ id, event, data }) => `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
    lastEventId: (headers) => {
      const id = headers['last-event-id'];
      return typeof id === 'string' && id !== '' ? id : undefined;
    },
  };
}
