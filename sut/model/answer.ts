import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Counts } from './counts.ts';
import { readDirectives } from './directives.ts';
import { deltaLine, type Endpoint, finalLine, type Prompt } from './ollama.ts';
import { pace } from './pace.ts';
import { words } from './words.ts';

interface Defaults {
  readonly MODEL_TOKENS: number;
  readonly MODEL_TOKEN_INTERVAL_MS: number;
}

/** Answers one prompt in Ollama's form; stops producing as soon as the client is gone. */
export async function answer(
  endpoint: Endpoint,
  prompt: Prompt,
  defaults: Defaults,
  counts: Counts,
  response: ServerResponse,
): Promise<void> {
  const { directives, text } = readDirectives(prompt.text);
  const { tokens = defaults.MODEL_TOKENS, intervalMs = defaults.MODEL_TOKEN_INTERVAL_MS, run } = directives;
  const { silenceMs = 0, silenceAfter = 0, failAfter = Number.POSITIVE_INFINITY } = directives;
  counts.add('requests', run);
  if (failAfter === 0) return fail(response);
  const left = new AbortController();
  response.on('close', () => left.abort());
  const startedAt = performance.now();
  const type = prompt.stream ? 'application/x-ndjson' : 'application/json; charset=utf-8';
  response.writeHead(200, { 'content-type': type });
  response.flushHeaders();
  const source = words(text);
  let whole = '';
  try {
    for await (const n of pace({ tokens, intervalMs, silenceMs, silenceAfter }, left.signal)) {
      if (n >= failAfter) return fail(response);
      const token = source.next().value;
      counts.add('produced', run);
      if (!prompt.stream) whole += token;
      else if (!response.write(deltaLine(endpoint, prompt.model, token)))
        await once(response, 'drain', { signal: left.signal });
    }
    if (tokens === failAfter) return fail(response);
    response.end(finalLine(endpoint, prompt.model, whole, tokens, startedAt));
    counts.add('finished', run);
  } catch (error) {
    if (!left.signal.aborted) throw error;
    counts.add('cancelled', run);
  }
}

/** Ollama's way to fail: 500 before an answer has begun, an error line afterwards. */
function fail(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify({ error: 'the model runner has stopped' })}\n`);
}
