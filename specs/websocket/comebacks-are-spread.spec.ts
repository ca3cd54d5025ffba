import { paths } from '#contracts/wire/paths.ts';
import { logIn, requirement } from '#fixtures/test.ts';
import { holdTime } from './virtual-time.ts';

const pages = 200;
const binMs = 100;
const watched = 10;
const waitsOfEach = 6;

// "Connect now" begins anew, as a page does that has just lost its connection: so many pages are one page.
requirement('websocket/comebacks-are-spread', async ({ client, page, verify }) => {
  const session = await client.register();
  const { id } = await session.createDocument();
  await logIn(page, session.credentials);
  await holdTime(page, paths.chatTickets);
  await page.goto(`/chat/${id}`);

  const first = await page.evaluate(async (count) => {
    const waits: number[] = [];
    while (waits.length < count) waits.push(...(await window.waitsOfComeback(1)));
    return waits;
  }, pages);
  const most = fullestBin(first);
  verify('spread-out', {
    expected: `at most ${pages / 5} of ${pages} within ${binMs} ms`,
    actual: `${most} of ${pages} within ${binMs} ms`,
    holds: most <= pages / 5,
  });

  const each = await page.evaluate(
    async ([count, waits]) => {
      const all: (readonly number[])[] = [];
      while (all.length < count) all.push(await window.waitsOfComeback(waits));
      return all;
    },
    [watched, waitsOfEach] as const,
  );
  const different = new Set(each.map((waits) => waits.join())).size;
  verify('not-alike', { expected: watched, actual: different });
  const sumOf = (index: number) => each.reduce((sum, waits) => sum + (waits.at(index) ?? 0), 0);
  verify('waits-grow', {
    expected: 'a last wait of at least twice the first, in the mean',
    actual: `${Math.round(sumOf(-1) / watched)} ms after ${Math.round(sumOf(0) / watched)} ms`,
    holds: sumOf(-1) >= 2 * sumOf(0),
  });
});

/** Most of `times` that lie within 100 ms of each other. */
function fullestBin(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + binMs).length));
}
