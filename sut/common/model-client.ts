import { z } from 'zod';

/** The model could not be reached (`model_unavailable`) or broke off (`model_failed`). */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: 'model_unavailable' | 'model_failed';
  constructor(code: 'model_unavailable' | 'model_failed', message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export interface ModelClient {
  /** The tokens of an answer as they come. Aborting `signal` closes the model's connection. */
  answer(prompt: string, signal: AbortSignal): AsyncIterable<string>;
}

interface ModelSettings {
  readonly OLLAMA_URL: string;
  readonly OLLAMA_MODEL: string;
  readonly MODEL_IDLE_TIMEOUT_MS: number;
}

const Line = z.object({
  message: z.object({ content: z.string() }).optional(),
  done: z.boolean(),
  error: z.string().optional(),
});

/** Ollama's POST /api/chat with `stream: true`: one JSON object a line. */
export function createModelClient(settings: ModelSettings): ModelClient {
  return {
    async *answer(prompt, signal) {
      const body = await open(settings, prompt, signal);
      let finished = false;
      try {
        for await (const line of lines(body)) {
          const parsed = Line.parse(JSON.parse(line));
          if (parsed.error !== undefined) throw new ModelError('model_failed', parsed.error);
          if (parsed.message !== undefined && parsed.message.content !== '') yield parsed.message.content;
          finished = parsed.done;
        }
      } catch (error) {
        if (signal.aborted || error instanceof ModelError) throw error;
        throw new ModelError('model_failed', 'The model broke off its answer', { cause: error });
      }
      if (!finished) throw new ModelError('model_failed', 'The model ended its answer without saying so');
    },
  };
}

async function open(settings: ModelSettings, prompt: string, signal: AbortSignal): Promise<AsyncIterable<Buffer>> {
  // Loaded with the first prompt: it is a sixth of a service's time to start.
  const { request } = await import('undici');
  try {
    const { statusCode, body } = await request(new URL('/api/chat', settings.OLLAMA_URL), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        model: settings.OLLAMA_MODEL,
        stream: true,
        messages: [{ role: 'user', content: prompt }],
      }),
      signal,
      headersTimeout: settings.MODEL_IDLE_TIMEOUT_MS,
      bodyTimeout: settings.MODEL_IDLE_TIMEOUT_MS,
    });
    if (statusCode === 200) return body;
    await body.dump();
    throw new ModelError('model_unavailable', `The model answered ${statusCode}`);
  } catch (error) {
    if (signal.aborted || error instanceof ModelError) throw error;
    throw new ModelError('model_unavailable', 'The model cannot be reached', { cause: error });
  }
}

async function* lines(body: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    yield* parts.filter((part) => part.trim() !== '');
  }
  if (rest.trim() !== '') yield rest;
}
