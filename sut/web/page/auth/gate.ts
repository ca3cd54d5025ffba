/** Closed until the stored session is known. Content renders and requests leave only when it is open; it never closes again. */
export interface Gate {
  isOpen(): boolean;
  readonly opened: Promise<void>;
  subscribe(listener: () => void): () => void;
  open(): void;
}

/** A gate that opens when told to, or after `deadlineMs`: a storage that never answers is no reason to wait for ever. */
export function createGate(deadlineMs: number): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  const listeners = new Set<() => void>();
  let isOpen = false;
  const open = () => {
    if (isOpen) return;
    isOpen = true;
    clearTimeout(timer);
    resolve();
    for (const listener of listeners) listener();
  };
  const timer = setTimeout(open, deadlineMs);
  return {
    isOpen: () => isOpen,
    opened: promise,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open,
  };
}
