import { expect, test } from 'vitest';
import { holding } from './options.ts';

const secondsOf = (sockets: number, processes: number) =>
  Number.parseInt(holding('chat', { vus: 1, duration: 100, sockets, processes }).chat?.maxDuration ?? '', 10);

test('a run is given time to count its sessions after its end: more for many, by process', () => {
  expect(secondsOf(50, 1)).toBe(106);
  expect(secondsOf(20_000, 1)).toBe(172);
  expect(secondsOf(20_000, 2)).toBe(139);
});
