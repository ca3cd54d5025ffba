import { expect, test } from 'vitest';
import { countersOf, createCrossings, crossingLine } from './crossings.ts';

const wanted = { refreshEvery: 240, refreshes: 2, idle: 60, reload: true };

/** One session of 900 s, as told: seconds of its refreshes, of its messages and of the reload. */
function live(
  told: {
    readonly refreshes?: readonly number[];
    readonly messages?: readonly number[];
    readonly reloadedAt?: number | undefined;
    readonly expiresAt?: number;
  } = {},
) {
  const { refreshes = [120, 360], messages = [100, 170, 200], expiresAt = 300 } = told;
  const reloadedAt = 'reloadedAt' in told ? told.reloadedAt : 450;
  let seconds = 10;
  const [seat, socket] = [{ user: { expiresAt: expiresAt * 1000 } }, {}];
  const crossings = createCrossings(wanted, () => seconds * 1000);
  crossings.ready(seat, socket);
  const all = [
    ...refreshes.map((at) => ({ at, act: () => crossings.refreshed(seat) })),
    ...messages.map((at) => ({ at, act: () => crossings.spoke(socket) })),
  ];
  for (const { at, act } of all.toSorted((a, b) => a.at - b.at)) {
    seconds = at;
    act();
  }
  seconds = 900;
  return crossings.crossed(socket, reloadedAt === undefined ? undefined : reloadedAt * 1000);
}

test('who lived through everything crossed all', () => {
  expect(live()).toEqual(['refreshes', 'expiry', 'reload', 'idle']);
  expect(countersOf(live())).toEqual([
    'crossed_all',
    'crossed_refreshes',
    'crossed_expiry',
    'crossed_reload',
    'crossed_idle',
  ]);
});

test.each([
  ['refreshes', { refreshes: [120] }],
  ['expiry', { expiresAt: 1800 }],
  ['reload', { reloadedAt: undefined }],
  ['reload', { reloadedAt: 5 }],
  ['idle', { messages: [60, 110, 160] }],
  // A silence after which nothing is said shows nobody who was heard again.
  ['idle', { messages: [60] }],
] as const)('without its %s, %j, a session falls short', (missing, told) => {
  const crossed = live(told);
  expect(crossed).toHaveLength(3);
  expect(crossed).not.toContain(missing);
  expect(countersOf(crossed)).not.toContain('crossed_all');
});

test('a session that was lost crossed nothing', () => {
  const crossings = createCrossings(wanted);
  const socket = {};
  crossings.ready({ user: { expiresAt: 0 } }, socket);
  crossings.lost(socket);
  expect(crossings.crossed(socket, Date.now())).toEqual([]);
});

test('the line says what all crossed, or how many crossed what', () => {
  const counts = { sockets_ready: 240, crossed_all: 240 };
  expect(crossingLine(wanted, counts)).toBe(
    '240 of 240 sessions crossed: at least 2 refreshes, the expiry of their token, an edge reload, more than 60 s without a message',
  );
  const some = { ...counts, crossed_all: 230, crossed_refreshes: 240, crossed_expiry: 240, crossed_idle: 230 };
  expect(crossingLine({ ...wanted, reload: false }, some)).toBe(
    '230 of 240 sessions crossed: at least 2 refreshes (240), the expiry of their token (240), an edge reload, which nobody did (0), more than 60 s without a message (230)',
  );
});
