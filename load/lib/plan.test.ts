import { expect, test } from 'vitest';
import { readPlan } from './plan.ts';

test('unless told otherwise it is this machine, 50 sockets, 20 s', () => {
  expect(readPlan({})).toMatchObject({ baseUrl: 'http://127.0.0.1:8080', sockets: 50, duration: 20 });
  expect(readPlan({})).not.toHaveProperty('problem');
});

test.each([
  ['https://staging.example.com', undefined],
  ['https://staging.example.com', 'example.com'],
  ['https://staging.example.com.evil.test', 'staging.example.com'],
  ['https://staging.example.com@evil.test', 'staging.example.com'],
])('nothing is sent to %s with the consent for %s', (address, consent) => {
  expect(readPlan({ BASE_URL: address, CONSENT: consent }).problem).toMatch(/^BASE_URL is .+ owner's consent\.$/);
});

test('with the consent for its host a system elsewhere can be loaded', () => {
  const plan = readPlan({ BASE_URL: 'https://staging.example.com:8443/', CONSENT: 'staging.example.com' });
  expect(plan).toMatchObject({ baseUrl: 'https://staging.example.com:8443' });
  expect(plan).not.toHaveProperty('problem');
});
