import type { Defect } from '../defect.ts';

/** Defects of what is answered to pages of other origins. */
export const corsDefects = {
  'api.cors.wildcard-credentials': {
    sentence: 'The api allows * with credentials, which every browser refuses.',
    failure: 'C-01',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'cors/exact-origin', assertion: 'own-origin-named', observed: '^\\["\\*"|^\\*' }],
  },
  'api.cors.reflect-any': {
    sentence: 'The api allows whatever origin asks, with credentials.',
    failure: 'C-01',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'cors/exact-origin', assertion: 'foreign-origin-unnamed', observed: '^https://evil\\.test' },
    ],
  },
  'api.cors.prefix-match': {
    sentence: 'The api allows every origin that begins like an allowed one.',
    failure: 'C-01',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'cors/exact-origin', assertion: 'foreign-origin-unnamed', observed: '^http://localhost:5173' },
    ],
  },
  'api.cors.after-auth': {
    sentence: 'The api decides about origins after it has authenticated: its refusals cannot be read.',
    failure: 'C-02',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'cors/errors-can-be-read', assertion: 'readable', observed: 'none.* with 401' }],
  },
  'edge.errors-without-cors': {
    sentence:
      'What the edge answers by itself cannot be read: the page sees “Failed to fetch” while a service is away.',
    failure: 'C-02',
    seams: [{ edgeProfile: 'errors-without-cors' }],
    caughtBy: [{ requirement: 'cors/errors-can-be-read', assertion: 'readable', observed: 'none.* the edge itself' }],
  },
  'api.cors.preflight-needs-auth': {
    sentence: 'The api asks a preflight for a token, which no browser sends.',
    failure: 'C-03',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'cors/preflight-needs-no-credentials', assertion: 'answered-2xx', observed: '^401' },
      {
        requirement: 'journey/sanity-checklist',
        assertion: 'cors',
        observed: 'POST /api/auth/login net::ERR_FAILED.*CORS_ORIGIN',
      },
    ],
  },
  'chat.ws.no-origin-check': {
    sentence: 'The chat leaves the judgement of origins to CORS, which knows nothing of WebSockets.',
    failure: 'C-06',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'cors/websocket-asks-the-origin',
        assertion: 'foreign-page-is-not',
        observed: '^let in for https://evil\\.test',
      },
    ],
  },
  'client.unreachable.failed-to-fetch': {
    sentence: 'The page hands on what the browser says of a refused origin: “Failed to fetch”.',
    failure: 'C-02',
    seams: [{ client: true }],
    caughtBy: [
      { requirement: 'cors/page-of-another-origin', assertion: 'says-what-is-wrong', observed: '^Failed to fetch' },
    ],
  },
} as const satisfies Record<string, Defect>;
