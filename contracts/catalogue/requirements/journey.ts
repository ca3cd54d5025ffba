import type { Requirement } from '../requirement.ts';

/** Several areas on one way, as a person goes it. */
export const journeyRequirements = {
  'journey/sanity-checklist': {
    level: 'MUST',
    sentence:
      'Report 2’s checklist, “confirm everything is fixed”, holds item by item: from healthy stores over registration, login, reload and a streamed answer in a browser to a page of another origin and a token in the query.',
    sources: ['report 2', 'R-01', 'A-01', 'C-01', 'S-05'],
    assertions: {
      docker: 'Docker: Postgres and Redis are running, and healthy',
      backend: 'Backend: it listens, and says nothing of JWT_SECRET',
      env: 'Env: CORS_ORIGIN names http://localhost:5173, and DATABASE_URL the database that is looked into',
      migrations: 'Migrations: each one is applied, without an error',
      register: 'Register: 201 and on to the app, or 409 if the email exists; no 500',
      login:
        'Login: 200 and on to the app; insight-garden-auth holds state.isAuthenticated, state.user and state.accessToken',
      refresh:
        'Refresh: a reload of /app and of /chat/:id shows “Loading…” at most, then the content; no “Session expired” and no 401',
      'chat-sse': 'Chat/SSE: the request carries Authorization: Bearer <token>, and gets delta and done events; no 401',
      cors: 'CORS: from a browser at http://localhost:5173 every request to the api succeeds',
      'query-token': 'Optional: without Authorization the stream starts with ?token=<accessToken>',
    },
  },
} as const satisfies Record<`journey/${string}`, Requirement>;
