import pg from 'pg';
import { expect, it } from 'vitest';
import { isPostgresOutage } from './outage.ts';

function answered(state: string): pg.DatabaseError {
  const error = new pg.DatabaseError('said no', 0, 'error');
  error.code = state;
  return error;
}

it.each(['08006', '25006', '3D000', '42P01', '53300', '57014', '57P01', '57P03'])('takes %s for an outage', (state) => {
  expect(isPostgresOutage(answered(state))).toBe(true);
});

it.each(['22021', '23503', '23505', '42601'])('takes %s for an answer', (state) => {
  expect(isPostgresOutage(answered(state))).toBe(false);
});

it('takes what did not come from the server for an outage', () => {
  expect(isPostgresOutage(new Error('Query read timeout'))).toBe(true);
});
