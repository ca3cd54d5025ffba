const widest = 40;

/** One line a bin, from the first that counts to the last; `width` is in milliseconds. */
export function histogram(bins: readonly number[], width: number): string[] {
  const most = Math.max(...bins);
  if (most <= 0) return [];
  const [first, last] = [bins.findIndex((count) => count > 0), bins.findLastIndex((count) => count > 0)];
  const lines = bins.slice(first, last + 1).map((count, index) => {
    const from = String((first + index) * width).padStart(6);
    const beyond = first + index === bins.length - 1 ? '+' : ' ';
    return `${from}${beyond}ms ${'#'.repeat(Math.ceil((count / most) * widest))} ${count}`.trimEnd();
  });
  return [`back after (bins of ${width} ms, ${most} in the fullest):`, ...lines];
}
