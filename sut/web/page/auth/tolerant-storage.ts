import type { StateStorage } from 'zustand/middleware';

/** `storage` whose writes never fail the caller: a session that cannot be stored lives in memory. */
export function tolerant(storage: StateStorage, onFailure: () => void): StateStorage {
  const complain = (error: unknown) => {
    console.warn('The session could not be stored; it ends with this tab.', error);
    onFailure();
  };
  const attempt = (write: () => unknown): void => {
    try {
      const result = write();
      if (result instanceof Promise) result.catch(complain);
    } catch (error) {
      complain(error);
    }
  };
  return {
    getItem: (name) => storage.getItem(name),
    setItem: (name, value) => attempt(() => storage.setItem(name, value)),
    removeItem: (name) => attempt(() => storage.removeItem(name)),
  };
}
