import { expect, test } from 'vitest';
import { modelDirectives } from '#contracts/wire/model.ts';
import { readDirectives } from './directives.ts';

test('reads what the helper writes, and gives the prompt without it', () => {
  const directives = { tokens: 20, intervalMs: 0, silenceMs: 3000, silenceAfter: 5, failAfter: 7, run: 'a-b.c_1' };
  expect(readDirectives(`Hello ${modelDirectives(directives)}`)).toEqual({ directives, text: 'Hello' });
});

test('leaves a prompt without directives as it is', () => {
  expect(readDirectives('What does [[this]] mean?')).toEqual({ directives: {}, text: 'What does [[this]] mean?' });
});

test.each(['[[speed=3]]', '[[tokens=many]]', `[[run=${'x'.repeat(65)}]]`])('refuses %s', (prompt) => {
  expect(() => readDirectives(prompt)).toThrow(RangeError);
});
