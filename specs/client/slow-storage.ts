/**
 * Runs in the page before its own scripts: every read of localStorage takes `ms` longer, as on a disk
 * that is busy. Synchronous, because localStorage is.
 */
export function slowStorage(ms: number): void {
  const read = Storage.prototype.getItem;
  Storage.prototype.getItem = function (this: Storage, key: string) {
    const until = performance.now() + ms;
    while (performance.now() < until);
    return read.call(this, key);
  };
}
