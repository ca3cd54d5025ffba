const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(0|[1-9]\d{0,9})$/;

/** Where a client was: the `n`-th event of a stream, 0 before the first. */
export interface Position {
  readonly streamId: string;
  readonly n: number;
}

export function eventId({ streamId, n }: Position): string {
  return `${streamId}:${n}`;
}

/** The position that a Last-Event-ID names, undefined when it is none of ours. */
export function parseEventId(id: string): Position | undefined {
  const [, streamId, n] = shape.exec(id.trim()) ?? [];
  return streamId === undefined ? undefined : { streamId, n: Number(n) };
}
