export interface OpenStream {
  /** Aborts when the stream must end now: its session was ended, or the service stops. */
  readonly signal: AbortSignal;
  closed(): void;
}

/** The streams this replica has open, by session. */
export interface OpenStreams {
  open(sessionId: string): OpenStream;
  end(sessionId: string): void;
  endAll(): void;
  sessions(): readonly string[];
}

export function createOpenStreams(): OpenStreams {
  const bySession = new Map<string, Set<AbortController>>();
  const end = (sessionId: string) => {
    for (const stream of bySession.get(sessionId) ?? []) stream.abort();
  };
  return {
    open(sessionId) {
      const streams = bySession.get(sessionId) ?? new Set();
      const stream = new AbortController();
      bySession.set(sessionId, streams.add(stream));
      return {
        signal: stream.signal,
        closed: () => {
          streams.delete(stream);
          if (streams.size === 0 && bySession.get(sessionId) === streams) bySession.delete(sessionId);
        },
      };
    },
    end,
    endAll: () => {
      for (const sessionId of bySession.keys()) end(sessionId);
    },
    sessions: () => [...bySession.keys()],
  };
}
