import { defineConfig } from 'vitest/config';

const rooms = ['contracts', 'sut', 'fixtures', 'load', 'scenarios'];
/** Tests that start programs or a whole System, and wait for them more than they work. */
const ofPrograms = '**/*.programs.test.ts';
/** They need more than set-up installs for everybody, and have commands of their own. */
const elsewhere = ['**/*.pact.test.ts', '**/*.k6.test.ts', '**/*.engine.test.ts', '**/node_modules/**'];

export default defineConfig({
  test: {
    environment: 'node',
    globals: false,
    testTimeout: 10_000,
    hookTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: rooms.map((room) => `${room}/**/*.test.ts`),
          exclude: [...elsewhere, ofPrograms],
          // Many measure time, or what the machine holds: beside each other they would measure each other.
          fileParallelism: false,
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'programs',
          include: [ofPrograms],
          exclude: elsewhere,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
