import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Many tests measure time, or start a whole System: beside each other they would measure each other.
    fileParallelism: false,
    include: [
      'contracts/**/*.test.ts',
      'sut/**/*.test.ts',
      'fixtures/**/*.test.ts',
      'load/**/*.test.ts',
      'scenarios/**/*.test.ts',
    ],
    exclude: ['**/*.pact.test.ts', '**/*.k6.test.ts', '**/*.engine.test.ts', '**/node_modules/**'],
    environment: 'node',
    globals: false,
    testTimeout: 10_000,
    hookTimeout: 20_000,
    maxWorkers: 2,
  },
});
