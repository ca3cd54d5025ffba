import { once } from 'node:events';
import http, { type IncomingMessage, type RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import type { EdgeProfile } from '#contracts/catalogue/edge-profiles.ts';
import { startEdge } from './edge-under-test.ts';
import { startUpstream } from './upstream-under-test.ts';

const events = 6;
const gap = 60;

/** Sends one event every `gap` ms, asking not to be buffered. */
const stream: RequestListener = (_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  let sent = 0;
  const timer = setInterval(() => {
    response.write(`id: ${++sent}\ndata: {}\n\n`);
    if (sent === events) {
      clearInterval(timer);
      response.end();
    }
  }, gap);
};

async function arrivals(profile: EdgeProfile): Promise<number[]> {
  await using api = await startUpstream(stream);
  await using edge = await startEdge({ profile, api: api.upstream });
  const started = performance.now();
  const path = '/api/documents/1/chat/stream';
  const request = http.request({ host: '127.0.0.1', port: edge.port, path, method: 'POST', agent: false }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const times: number[] = [];
  let text = '';
  for await (const chunk of response) {
    text += String(chunk);
    times.push(performance.now() - started);
  }
  expect(text.match(/^id: /gm)).toHaveLength(events);
  return times;
}

test('reference delivers events as they come', async () => {
  const times = await arrivals('reference');
  expect(times.length).toBeGreaterThanOrEqual(events - 1);
  expect(times[0]).toBeLessThan(gap * (events - 1));
});

test('sse-http10-buffered delivers all events at the end', async () => {
  const [first, ...others] = await arrivals('sse-http10-buffered');
  expect(first).toBeGreaterThan(gap * (events - 1));
  expect(others.every((time) => time - (first ?? 0) < gap)).toBe(true);
});
