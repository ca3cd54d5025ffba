import { expect, test } from 'vitest';
import { authStorageKey } from '#contracts/wire/auth.ts';
import { pageUnderTest } from '../page-under-test.ts';
import type { PageParts } from '../parts.ts';
import { sessionAnswer, storedSession } from '../test-parts.ts';
import { alone } from './refresh.ts';

/** A tab with the expired token t1, whose refreshes are counted and answered by `answer`. */
function tabUnderTest(answer: () => Promise<unknown> | unknown, change: Partial<PageParts> = {}) {
  let refreshes = 0;
  const fetch = async () => {
    refreshes += 1;
    return Response.json(await answer());
  };
  const tab = pageUnderTest({ token: 't1', change: { fetch, ...change } });
  return {
    ...tab,
    refreshes: () => refreshes,
    /** Another tab has stored this, and its storage event arrives. */
    elsewhere: (stored: string | undefined) => {
      if (stored === undefined) tab.storage.values.delete(authStorageKey);
      else tab.storage.values.set(authStorageKey, stored);
      return tab.store.reload();
    },
  };
}

const waited: Partial<PageParts> = { alone: (task) => task(true) };

test('a refresh that another tab overtook leaves the session alive, with that tab’s token', async () => {
  const tab = tabUnderTest(async () => {
    await tab.elsewhere(storedSession('t2'));
    return sessionAnswer('t3');
  });
  expect(await tab.refresher.renew('t1')).toBe('renewed');
  expect(tab.store.getState().accessToken).toBe('t2');
});

test('a refresh that a logout overtook ends the session', async () => {
  const tab = tabUnderTest(async () => {
    await tab.elsewhere(undefined);
    return sessionAnswer('t3');
  });
  expect(await tab.refresher.renew('t1')).toBe('ended');
  expect(tab.store.getState().isAuthenticated).toBe(false);
});

test('who waited for another tab’s refresh takes its token, also when that arrives after its turn', async () => {
  const tab = tabUnderTest(() => sessionAnswer('t3'), waited);
  const renewed = tab.refresher.renew('t1');
  await tab.elsewhere(storedSession('t1'));
  await tab.elsewhere(storedSession('t2'));
  expect(await renewed).toBe('renewed');
  expect(tab.refreshes()).toBe(0);
});

test('who waited for a refresh that failed refreshes in its turn', async () => {
  const tab = tabUnderTest(() => sessionAnswer('t3'), waited);
  expect(await tab.refresher.renew('t1')).toBe('renewed');
  expect(tab.refreshes()).toBe(1);
  expect(tab.store.getState().accessToken).toBe('t3');
});

test('only who finds the turn taken has waited', async () => {
  const release = Promise.withResolvers<void>();
  const first = alone(async (hasWaited) => {
    await release.promise;
    return hasWaited;
  });
  const second = alone(async (hasWaited) => hasWaited);
  release.resolve();
  expect(await Promise.all([first, second])).toEqual([false, true]);
});
