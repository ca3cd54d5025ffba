import { requirement, startAlone } from '#fixtures/test.ts';

const strong = 'holds-in-this-spec-and-is-written-nowhere-else';
// Literals: report 2's, and what else stands in tutorials, templates and compose files.
const known = [
  'change-me-in-production-use-long-random-string',
  'CHANGE-ME-IN-PRODUCTION-USE-LONG-RANDOM-STRING',
  'your-super-secret-jwt-key-change-this-in-production',
  'supersecretjwtkeythatnobodywilleverguess',
  'jwt-secret-change-in-production-please-now',
  'default-jwt-secret-do-not-use-in-production',
] as const;
const short = [
  ...['change-me', 'changeme', 'secret', 'your-secret-key', 'your-256-bit-secret', 'your-long-random-string'],
  '<your-long-random-string>',
  'x'.repeat(31),
] as const;

type Service = 'api' | 'chat';
type Secret = string | undefined;
const cases: readonly (readonly [
  reason: string,
  service: Service,
  JWT_SECRET: Secret,
  JWT_SECRET_PREVIOUS?: Secret,
])[] = [
  ...known.map((secret) => ['JWT_SECRET is a well-known default', 'api', secret] as const),
  ...short.map((secret) => ['at least 32 are needed', 'api', secret] as const),
  ['JWT_SECRET is empty', 'api', ''],
  ['JWT_SECRET is empty', 'api', '   '],
  ['JWT_SECRET is missing', 'api', undefined],
  ['JWT_SECRET_PREVIOUS is a well-known default', 'api', strong, known[0]],
  ['JWT_SECRET is a well-known default', 'chat', known[0]],
  ['at least 32 are needed', 'chat', short[0]],
  ['JWT_SECRET is missing', 'chat', undefined],
  ['JWT_SECRET_PREVIOUS is a well-known default', 'chat', strong, known[0]],
];
const atOnce = 4;

requirement('token/weak-secret-stops-the-start', { timeout: 60_000 }, async ({ system, verify }) => {
  const start = (index: number, service: Service, JWT_SECRET: Secret, JWT_SECRET_PREVIOUS?: Secret) =>
    startAlone(system, service, `127.99.${index}.1`, { JWT_SECRET, JWT_SECRET_PREVIOUS });
  for (let first = 0; first < cases.length; first += atOnce) {
    const some = cases.slice(first, first + atOnce);
    const ends = await Promise.all(some.map(([, ...settings], n) => start(first + n, ...settings)));
    for (const [n, { ended, said }] of ends.entries()) {
      const [reason = '', service, secret = 'nothing', previous] = some[n] ?? [];
      const when = `by the ${service} with "${previous ?? secret}"${previous === undefined ? '' : ' as the previous one'}`;
      verify('exits', { expected: 'status 2', actual: ended, when });
      const why = said.split('\n').find((line) => line.includes('Failed to start')) ?? said;
      verify('says-why', { expected: `Failed to start …: ${reason}`, actual: why, holds: why.includes(reason), when });
    }
  }
  for (const service of ['api', 'chat'] as const) {
    const { ended, said } = await start(cases.length, service, strong);
    verify('strong-starts', { expected: 'listens', actual: ended, when: `by the ${service}, which said ${said}` });
  }
});
