/** How the model stand-in shall answer one prompt. What is unset follows the stand-in's settings. */
export interface ModelDirectives {
  /** Tokens of the answer. */
  readonly tokens?: number;
  /** Milliseconds between two tokens; 0 is as fast as the connection takes them. */
  readonly intervalMs?: number;
  /** One silence of this many milliseconds, before token number `silenceAfter` + 1. */
  readonly silenceMs?: number;
  /** Tokens before the silence; 0 (the default) is silence from the start, after the response's head. */
  readonly silenceAfter?: number;
  /** Tokens after which the answer breaks off with Ollama's `{"error"}` line; 0 answers 500 instead. */
  readonly failAfter?: number;
  /** Name under which the tokens are counted: letters, digits, `.`, `_`, `-`; at most 64. */
  readonly run?: string;
}

/** Each directive's name in a prompt. */
export const modelDirectiveNames = {
  tokens: 'tokens',
  intervalMs: 'interval',
  silenceMs: 'silence',
  silenceAfter: 'silence-after',
  failAfter: 'fail-after',
  run: 'run',
} as const satisfies Record<keyof ModelDirectives, string>;

/**
 * The directives as text to put anywhere in a prompt, `[[tokens=20 interval=50 run=abc]]`. They steer
 * this one answer and no other; the answer's words depend on the rest of the prompt only.
 * A real model sees them as words.
 */
export function modelDirectives(directives: ModelDirectives): string {
  const names = Object.entries(modelDirectiveNames) as [keyof ModelDirectives, string][];
  const fields = names.flatMap(([key, name]) => (directives[key] === undefined ? [] : [`${name}=${directives[key]}`]));
  return `[[${fields.join(' ')}]]`;
}

/** GET of `modelPaths.run`: what was done under that name; all zero for one that was never used. */
export interface ModelRun {
  readonly requests: number;
  /** Tokens written to a client. */
  readonly produced: number;
  /** Answers that came to their end. */
  readonly finished: number;
  /** Answers whose client went away before the end; nothing is produced after that. */
  readonly cancelled: number;
}

/** The stand-in's own paths; the others are Ollama's. */
export const modelPaths = {
  run: (run: string) => `/stand-in/runs/${run}`,
  health: '/health',
  live: '/health/live',
  ready: '/health/ready',
  metrics: '/metrics',
} as const;
