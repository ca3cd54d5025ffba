import { expect, test } from 'vitest';
import type { Database } from '../common/database.ts';
import { createUsers } from './users.ts';

test('a user is not waited for longer than for a connection and its statement together', async () => {
  const silent = { query: () => new Promise(() => {}) } as unknown as Database;
  await expect(createUsers(silent, 50).find('u', 's')).rejects.toThrow('no answer within 50 ms');
});
