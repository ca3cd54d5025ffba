import { expect, test } from 'vitest';
import { handle } from './handler.ts';
import { mockNetwork } from './network.ts';

test('a request that nobody handles breaks, and fails the test that swallowed it', async () => {
  const network = mockNetwork([handle('http://api.example', 'logout', 'no answer')]);
  await expect(fetch('http://api.example/api/auth/me')).rejects.toThrow();
  expect(() => network[Symbol.dispose]()).toThrow(
    'Failed to mock the network: nobody handles GET http://api.example/api/auth/me. Add a handler for its operation.',
  );
});
