import { expect, test } from 'vitest';
import { legacy } from '../generated.ts';
import { combine, equalised, wholeRounds } from './mix.ts';

const weights = { door: { front: 2, back: 1 }, hat: { yes: 1, no: 1 } };
const countOf = <Item>(items: readonly Item[], is: (item: Item) => boolean) => items.filter(is).length;

test('as many of each combination as its weights say, after each whole round', () => {
  const twelve = combine(weights, 12);
  expect(countOf(twelve, ({ door }) => door === 'front')).toBe(8);
  expect(countOf(twelve, ({ door, hat }) => door === 'front' && hat === 'yes')).toBe(4);
  expect(countOf(twelve, ({ door, hat }) => door === 'back' && hat === 'no')).toBe(2);
  expect(combine(weights, 6)).toEqual(twelve.slice(0, 6));
});

test('one without weight is never there', () => {
  expect(combine({ door: { front: 1, back: 0 } }, 5)).toEqual(Array.from({ length: 5 }, () => ({ door: 'front' })));
});

test('equal shares', () => {
  expect(equalised(weights)).toEqual({ door: { front: 1, back: 1 }, hat: { yes: 1, no: 1 } });
});

test('the old chat’s clients: whole rounds of 40', () => {
  const seats = combine(legacy.clients, 400);
  const share = (is: (seat: (typeof seats)[number]) => boolean, of = seats) => countOf(of, is) / of.length;
  expect(share(({ transports }) => transports === 'subprotocol')).toBe(0.4);
  expect(share(({ formats }) => formats === 'unified')).toBe(0.5);
  expect(share(({ activity }) => activity === 'idle')).toBe(0.5);
  expect(share(({ transports, formats }) => transports === 'subprotocol' && formats === 'unified')).toBe(0.2);
  expect(share(({ formats }) => formats === 'unified', seats.slice(0, 40))).toBe(0.5);
  expect([12, 40, 50, 80, 99].map((most) => wholeRounds(legacy.clients, most))).toEqual([12, 40, 40, 80, 80]);
});
