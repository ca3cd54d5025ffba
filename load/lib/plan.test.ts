import { expect, test } from 'vitest';
import { readPlan } from './plan.ts';

test('unless told otherwise it is this machine and the profile smoke', () => {
  expect(readPlan({})).toMatchObject({ baseUrl: 'http://127.0.0.1:8080', profile: 'smoke', sockets: 50, duration: 40 });
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

test('a profile is chosen by name, and each figure can be asked for over it', () => {
  expect(readPlan({ PROFILE: 'average', RATE: '50' })).toMatchObject({ sockets: 1000, duration: 150, rate: 50 });
  expect(readPlan({ PROFILE: 'avarage' }).problem).toMatch(
    /^PROFILE is "avarage": valid are smoke, average, stress, spike, soak, scale\.$/,
  );
});

test('each process has equally many VUs, and a login session for each of their chats', () => {
  expect(readPlan({})).toMatchObject({ vus: 5, sessions: 50 });
  expect(readPlan({ PROFILE: 'average' })).toMatchObject({ vus: 15, sessions: 1005 });
  expect(readPlan({ PROFILE: 'scale', PROCESSES: '2' })).toMatchObject({ vus: 14, sessions: 10_003 });
  expect(readPlan({ SOCKETS: '3', PROCESSES: '4' })).toMatchObject({ vus: 4, sessions: 1 });
});

test('the soak has crossings: at what times is asked for, and a reload is crossed where somebody tells of it', () => {
  expect(readPlan({})).not.toHaveProperty('crosses');
  expect(readPlan({ PROFILE: 'soak' }).crosses).toEqual({ refreshEvery: 240, refreshes: 2, idle: 60, reload: false });
  const asked = { PROFILE: 'soak', TIMING_DIVISOR: '20', REFRESH_EVERY: '3', DISTURBED: 'http://127.0.0.1:8000' };
  expect(readPlan(asked).crosses).toEqual({ refreshEvery: 3, refreshes: 2, idle: 3, reload: true });
  expect(readPlan({ ...asked, IDLE: '1' }).crosses?.idle).toBe(1);
  expect(readPlan({ ...asked, DISTURBED: 'http://192.0.2.1' }).problem).toMatch(
    /^DISTURBED is "http:\/\/192\.0\.2\.1"/,
  );
});

test('more sockets than one process may open need several', () => {
  expect(readPlan({ PROFILE: 'scale' }).problem).toMatch(
    /^SOCKETS is "20000": valid are whole numbers from 1 to 18000/,
  );
  expect(readPlan({ PROFILE: 'scale', PROCESSES: '2' })).not.toHaveProperty('problem');
});
