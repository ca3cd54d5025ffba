import { useCallback, useEffect, useState } from 'react';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly data: T }
  | { readonly state: 'failed'; readonly error: unknown };

interface Load<T> {
  readonly loaded: Loaded<T>;
  readonly retry: () => void;
  /** Changes what was loaded, without asking the server. */
  readonly change: (update: (data: T) => T) => void;
}

/** Loads when the component appears, when `load` changes, on `retry`, and again after a failure once the network is back. */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>): Load<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const retry = useCallback(() => setRound((before) => before + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round loads again
  useEffect(() => {
    const abort = new AbortController();
    setLoaded((before) => (before.state === 'ready' ? before : { state: 'loading' }));
    load(abort.signal).then(
      (data) => {
        if (!abort.signal.aborted) setLoaded({ state: 'ready', data });
      },
      (error: unknown) => {
        // What is shown stays: old content is better than none.
        if (!abort.signal.aborted)
          setLoaded((before) => (before.state === 'ready' ? before : { state: 'failed', error }));
      },
    );
    return () => abort.abort();
  }, [load, round]);

  const failed = loaded.state === 'failed';
  useEffect(() => {
    if (!failed) return;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [failed, retry]);

  const change = useCallback(
    (update: (data: T) => T) =>
      setLoaded((before) => (before.state === 'ready' ? { state: 'ready', data: update(before.data) } : before)),
    [],
  );
  return { loaded, retry, change };
}
