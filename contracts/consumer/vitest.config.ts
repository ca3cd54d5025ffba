import { defineConfig } from 'vitest/config';

/** The consumers’ side of the contracts; one file after another, since files of one consumer share a pact. */
export default defineConfig({
  test: {
    include: ['**/*.pact.test.ts'],
    exclude: ['**/node_modules/**'],
    root: '.',
    environment: 'node',
    fileParallelism: false,
    testTimeout: 10_000,
  },
});
