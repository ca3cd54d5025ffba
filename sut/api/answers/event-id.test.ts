import { expect, it } from 'vitest';
import { eventId, parseEventId } from './event-id.ts';

const streamId = '0b9d7c2e-3c1f-4f6a-9a51-5f0e6f1d2c3b';

it('reads back what it wrote', () => {
  expect(parseEventId(eventId({ streamId, n: 12 }))).toEqual({ streamId, n: 12 });
});

it.each([
  '',
  '12',
  `${streamId}`,
  `${streamId}:`,
  `${streamId}:-1`,
  `${streamId}:01`,
  `${streamId}:1.5`,
  `x${streamId}:1`,
])('takes "%s" for none of ours', (id) => {
  expect(parseEventId(id)).toBeUndefined();
});
