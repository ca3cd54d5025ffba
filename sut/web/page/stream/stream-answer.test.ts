import { expect, test } from 'vitest';
import type { ApiClient, ApiRequest } from '../api/api-client.ts';
import { PageError, unreachable } from '../api/page-error.ts';
import { testParts } from '../test-parts.ts';
import { streamAnswer } from './stream-answer.ts';

const words = ['Grüße ', '🌱', ' naïve\n', '👩‍🌾', 'data: x'];
const events = [
  ...words.map((text, index) => `id: s:${index + 1}\nevent: delta\ndata: ${JSON.stringify({ text })}\n\n`),
  `: heartbeat\n\nid: s:6\nevent: done\ndata: {"messageId":"7f0c1c1e-8a53-4b7e-9d5c-0d4a6c1b2e3f","deltas":5}\n\n`,
];
const wire = new TextEncoder().encode(events.join(''));

/** A server that cuts its first answer after `cut` bytes, sends in chunks of `size`, and resumes by Last-Event-ID. */
function serverThatCuts(cut: number, size: number) {
  const requests: ApiRequest[] = [];
  const api: ApiClient = {
    async send(_path, request = {}) {
      requests.push(request);
      const last = Number(request.headers?.['last-event-id']?.split(':')[1] ?? 0);
      const bytes =
        requests.length === 1 ? wire.subarray(0, cut) : new TextEncoder().encode(events.slice(last).join(''));
      return new Response(chunked(bytes, size));
    },
  };
  return { api, requests };
}

function chunked(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

async function read(api: ApiClient) {
  const steps = [];
  const options = { documentId: 'd', message: 'hello', idleMs: 1000, signal: new AbortController().signal };
  for await (const step of streamAnswer(testParts({}), api, options)) steps.push(step);
  return steps;
}
const textOf = (steps: Awaited<ReturnType<typeof read>>) =>
  steps.map((step) => (step.event === 'delta' ? step.data.text : '')).join('');

test('whatever the cut and the chunks, the answer has no gap and no repeat', async () => {
  const firstEvent = new TextEncoder().encode(events[0]).length;
  for (let cut = firstEvent; cut <= wire.length; cut++) {
    const { api, requests } = serverThatCuts(cut, 1 + (cut % 7));
    const steps = await read(api);
    expect(textOf(steps), `cut after ${cut} bytes`).toBe(words.join(''));
    expect(steps.at(-1)?.event).toBe('done');
    expect(requests.slice(1).every(({ json }) => json === undefined)).toBe(true);
  }
});

test('a server that begins anew instead of resuming repeats nothing on the page', async () => {
  const { api } = serverThatCuts(150, 50);
  const forgetful: ApiClient = { send: (path, request) => api.send(path, { ...request, headers: {} }) };
  expect(textOf(await read(forgetful))).toBe(words.join(''));
});

test('a cut before the first event repeats nothing: the question may have been taken', async () => {
  const { api, requests } = serverThatCuts(10, 5);
  await expect(read(api)).rejects.toMatchObject({ kind: 'unreachable' });
  expect(requests).toHaveLength(1);
});

test.each([
  ['refused', 1],
  ['session-ended', 1],
  ['unreachable', 6],
] as const)('after a cut, a resume that is %s is tried %i times', async (kind, times) => {
  const { api, requests } = serverThatCuts(150, 50);
  let resumes = 0;
  const failing: ApiClient = {
    send(path, request) {
      if (requests.length === 0) return api.send(path, request);
      resumes += 1;
      return Promise.reject(kind === 'unreachable' ? unreachable() : new PageError(kind, kind));
    },
  };
  await expect(read(failing)).rejects.toMatchObject({ kind });
  expect(resumes).toBe(times);
});

test('a stream that falls silent counts as cut', async () => {
  const silent: ApiClient = { send: async () => new Response(new ReadableStream()) };
  const options = { documentId: 'd', message: 'm', idleMs: 20, signal: new AbortController().signal };
  await expect(streamAnswer(testParts({}), silent, options).next()).rejects.toMatchObject({ kind: 'unreachable' });
});
