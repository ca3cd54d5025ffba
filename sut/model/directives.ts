import { type ModelDirectives, modelDirectiveNames } from '#contracts/wire/model.ts';

export interface DirectedPrompt {
  readonly directives: ModelDirectives;
  /** The prompt without its directives: what the answer's words depend on. */
  readonly text: string;
}

const block = /\[\[([a-z]+(?:-[a-z]+)?=[\w.-]+(?: [a-z]+(?:-[a-z]+)?=[\w.-]+)*)\]\]/g;
const runName = /^[\w.-]{1,64}$/;

/** Reads every `[[name=value ...]]` block of `prompt`; throws a RangeError that names what it does not understand. */
export function readDirectives(prompt: string): DirectedPrompt {
  const directives: Record<string, number | string> = {};
  for (const [, fields = ''] of prompt.matchAll(block)) {
    for (const field of fields.split(' ')) {
      const [name = '', value = ''] = field.split('=');
      const key = keyOf(name);
      directives[key] = key === 'run' ? readRun(value) : readCount(name, value);
    }
  }
  return { directives, text: prompt.replace(block, '').trim() };
}

function keyOf(name: string): string {
  const known = Object.entries(modelDirectiveNames).find(([, known]) => known === name);
  if (known !== undefined) return known[0];
  throw new RangeError(`there is no directive "${name}"; known: ${Object.values(modelDirectiveNames).join(', ')}`);
}

function readCount(name: string, value: string): number {
  const count = Number(value);
  if (Number.isFinite(count) && count >= 0) return count;
  throw new RangeError(`${name} is not a number of 0 or more: "${value}"`);
}

function readRun(value: string): string {
  if (runName.test(value)) return value;
  throw new RangeError(`run has ${value.length} characters; at most 64 are taken`);
}
