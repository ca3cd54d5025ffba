import { expect, test } from 'vitest';
import { type Setting, settings } from '#contracts/wire/settings.ts';
import { assertStrongSecret } from './jwt-secret.ts';
import { readSettings } from './settings.ts';

const model = { PORT: '8080', SERVICE_NAME: 'model' };

test('takes defaults, and numbers as numbers', () => {
  expect(readSettings('model', model)).toMatchObject({ PORT: 8080, MODEL_TOKENS: 24, HOST: '127.0.0.1' });
});

test('says every problem at once', () => {
  expect(() => readSettings('model', { PORT: '', MODEL_TOKENS: 'many', LOG_LEVEL: 'loud' })).toThrow(
    /Failed to start model: PORT is empty.*\n?[\s\S]*SERVICE_NAME is missing[\s\S]*LOG_LEVEL is not one of debug, info, warn, error[\s\S]*MODEL_TOKENS is not a positive number: "many"/,
  );
});

test.each(['*', 'http://a.test/', 'http://a.test,', 'a.test'])('refuses the origin list %j', (origins) => {
  expect(() =>
    readSettings('web', {
      CORS_ORIGIN: origins,
      PORT: '1',
      SERVICE_NAME: 'web',
      INTERNAL_URL: 'http://a',
      SPA_DIR: '/a',
    }),
  ).toThrow(/not an exact origin/);
});

test('fast timing keeps the ratios between all lifetimes and leaves deadlines alone', () => {
  const env = {
    ...{
      PORT: '1',
      SERVICE_NAME: 'api',
      DATABASE_URL: 'postgres://a',
      CHAT_READER_PASSWORD: 'x',
      REDIS_HOST: 'a',
      REDIS_PORT: '1',
    },
    ...{ JWT_SECRET: 'x', CORS_ORIGIN: 'http://a', OLLAMA_URL: 'http://a' },
  };
  const production = readSettings('api', env) as Record<string, unknown>;
  const fast = readSettings('api', { ...env, TIMING_DIVISOR: '20' }) as Record<string, unknown>;
  const scaled = Object.entries(settings as Record<string, Setting>).filter(
    ([, { services, kind }]) => services.includes('api') && (kind === 'ms' || kind === 'seconds'),
  );
  expect(scaled.length).toBeGreaterThan(5);
  for (const [name, { scales }] of scaled) {
    expect(Number(production[name]) / Number(fast[name]), name).toBe(scales === true ? 20 : 1);
  }
});

test.each([
  ['', /has 0 bytes/],
  ['short', /has 5 bytes, at least 32 are needed/],
  ['change-me-in-production-use-long-random-string', /well-known default/],
])('refuses the secret %j', (secret, message) => {
  expect(() => assertStrongSecret('JWT_SECRET', secret)).toThrow(message);
});
