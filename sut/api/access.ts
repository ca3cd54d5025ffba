/** Who may call an endpoint: anybody, the bearer of a live session, or one whose token may stand in the query. */
export type Access = 'open' | 'session' | 'session-or-query';

export const access = {
  register: 'open',
  login: 'open',
  refresh: 'open',
  logout: 'open',
  me: 'session',
  listDocuments: 'session',
  createDocument: 'session',
  getDocument: 'session',
  streamAnswer: 'session-or-query',
  openapi: 'open',
} as const satisfies Record<string, Access>;

export type EndpointName = keyof typeof access;
