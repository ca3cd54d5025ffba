/** Work that is repeated until it is stopped; runs never overlap. */
export interface Sweeper {
  /** Runs as soon as the current run is over. */
  wake(): void;
  /** Resolves when nothing runs any more. */
  stop(): Promise<void>;
}

/** Runs `sweep` now and then again after `pause(ok)` ms; a rejection only means `ok` is false. */
export function startSweeper(sweep: () => Promise<void>, pause: (ok: boolean) => number): Sweeper {
  let stopped = false;
  let woken = Promise.withResolvers<void>();
  const run = async () => {
    while (!stopped) {
      const ok = await sweep().then(
        () => true,
        () => false,
      );
      if (stopped) return;
      const timer = setTimeout(() => woken.resolve(), pause(ok));
      await woken.promise;
      clearTimeout(timer);
      woken = Promise.withResolvers<void>();
    }
  };
  const running = run();
  return {
    wake: () => woken.resolve(),
    stop: () => {
      stopped = true;
      woken.resolve();
      return running;
    },
  };
}
