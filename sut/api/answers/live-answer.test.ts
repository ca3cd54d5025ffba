import { expect, it } from 'vitest';
import { createLiveAnswer } from './live-answer.ts';

const never = new AbortController().signal;

async function idsOf(events: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of events) ids.push(id);
  return ids;
}

it('gives every follower all events after its point, past and to come, once each', async () => {
  const answer = createLiveAnswer('s');
  answer.append('delta', { text: 'a' });
  const fromStart = idsOf(answer.follow(0, never));
  const fromSecond = idsOf(answer.follow(1, never));
  await Promise.resolve();
  answer.append('delta', { text: 'b' });
  answer.append('done', { messageId: 'm', deltas: 2 });
  answer.end();
  expect(await fromStart).toEqual(['s:1', 's:2', 's:3']);
  expect(await fromSecond).toEqual(['s:2', 's:3']);
  expect(await idsOf(answer.follow(3, never))).toEqual([]);
});

it('lets a follower go when it is aborted, and goes on without it', async () => {
  const answer = createLiveAnswer('s');
  const leaving = new AbortController();
  const gone = idsOf(answer.follow(0, leaving.signal));
  leaving.abort();
  expect(await gone).toEqual([]);
  answer.append('delta', { text: 'a' });
  answer.end();
  expect(await idsOf(answer.follow(0, never))).toEqual(['s:1']);
});
