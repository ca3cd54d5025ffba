import { useEffect, useState } from 'react';
import type { Connection } from '../live/state.ts';

const words: Readonly<Record<Exclude<Connection['state'], 'reconnecting'>, string>> = {
  connecting: 'Connecting',
  live: 'Live',
  offline: 'Offline',
  'authentication-required': 'Not connected',
  closed: 'Closed',
};

interface ConnectionStateProps {
  readonly connection: Connection;
  readonly retry: () => void;
}

/** How the connection stands, in a word. */
export function ConnectionState({ connection, retry }: ConnectionStateProps) {
  const seconds = useSecondsUntil(connection.state === 'reconnecting' ? connection.until : undefined);
  const waits = connection.state === 'reconnecting';
  return (
    <div className="connection" data-state={connection.state}>
      <span role="status">
        <span className="dot" aria-hidden="true" />
        {waits ? 'Reconnecting' : words[connection.state]}
      </span>
      {/* Outside of the status: a countdown must not be read out every second. */}
      {waits ? <span className="muted"> in {seconds} s</span> : null}
      {connection.state === 'closed' && connection.reason !== '' ? (
        <span className="muted"> ({connection.reason})</span>
      ) : null}
      {waits || connection.state === 'closed' ? (
        <button type="button" className="link" onClick={retry}>
          Connect now
        </button>
      ) : null}
    </div>
  );
}

function useSecondsUntil(until: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (until === undefined) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [until]);
  return until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}
