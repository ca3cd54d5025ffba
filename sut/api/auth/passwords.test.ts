import { expect, it } from 'vitest';
import { createPasswords } from './passwords.ts';

it('matches the right password only, and nothing for an account that does not exist', async () => {
  const passwords = createPasswords(16);
  const stored = await passwords.hash('correct horse');
  expect(await passwords.matches('correct horse', stored)).toBe(true);
  expect(await passwords.matches('wrong horse', stored)).toBe(false);
  expect(await passwords.matches('correct horse', undefined)).toBe(false);
});

it('still matches a hash of another cost', async () => {
  const stored = await createPasswords(16).hash('old');
  expect(await createPasswords(32).matches('old', stored)).toBe(true);
});
