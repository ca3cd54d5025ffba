/** The two endpoints that answer a prompt. They differ in where the prompt and the text stand. */
export type Endpoint = '/api/chat' | '/api/generate';

export interface Prompt {
  readonly model: string;
  readonly text: string;
  readonly stream: boolean;
}

/** Ollama's request body; throws a RangeError with the message of its 400. */
export function readPrompt(endpoint: Endpoint, body: string): Prompt {
  const request = parseObject(body);
  const { model, stream, prompt, messages } = request;
  if (typeof model !== 'string' || model === '') throw new RangeError('model is required');
  const text = endpoint === '/api/generate' ? prompt : lastUserText(messages);
  if (typeof text !== 'string')
    throw new RangeError(endpoint === '/api/generate' ? 'prompt is required' : 'a user message is required');
  return { model, text, stream: stream !== false };
}

/** One line of a streamed answer. */
export function deltaLine(endpoint: Endpoint, model: string, text: string): string {
  return `${JSON.stringify({ ...head(model), ...content(endpoint, text), done: false })}\n`;
}

/** The last line of a streamed answer (without text), or a whole answer that is not streamed. */
export function finalLine(endpoint: Endpoint, model: string, text: string, tokens: number, startedAt: number): string {
  const nanoseconds = Math.round((performance.now() - startedAt) * 1e6);
  const figures = { total_duration: nanoseconds, load_duration: 0, prompt_eval_count: 1, prompt_eval_duration: 0 };
  const evaluation = { eval_count: tokens, eval_duration: nanoseconds };
  const line = {
    ...head(model),
    ...content(endpoint, text),
    done: true,
    done_reason: 'stop',
    ...figures,
    ...evaluation,
  };
  return `${JSON.stringify(line)}\n`;
}

/** GET /api/tags. */
export function tags(model: string): object {
  const details = {
    format: 'gguf',
    family: 'stand-in',
    families: ['stand-in'],
    parameter_size: '0B',
    quantization_level: 'F16',
  };
  return {
    models: [{ name: model, model, modified_at: '2026-01-01T00:00:00Z', size: 0, digest: '0'.repeat(64), details }],
  };
}

function head(model: string) {
  return { model, created_at: new Date().toISOString() };
}

function content(endpoint: Endpoint, text: string) {
  return endpoint === '/api/generate' ? { response: text } : { message: { role: 'assistant', content: text } };
}

function parseObject(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) return parsed as Record<string, unknown>;
  } catch {
    // Answered like every other body that is no object.
  }
  throw new RangeError('the body is not a JSON object');
}

function lastUserText(messages: unknown): unknown {
  if (!Array.isArray(messages)) return undefined;
  const last = (messages as { role?: unknown; content?: unknown }[]).findLast((message) => message?.role === 'user');
  return last?.content;
}
