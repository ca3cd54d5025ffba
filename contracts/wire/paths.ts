/** Every path of the reference system, as a client sees it through the edge. */
export const paths = {
  register: '/api/auth/register',
  login: '/api/auth/login',
  refresh: '/api/auth/refresh',
  logout: '/api/auth/logout',
  me: '/api/auth/me',
  documents: '/api/documents',
  document: (id: string) => `/api/documents/${id}`,
  documentStream: (id: string) => `/api/documents/${id}/chat/stream`,
  openapi: '/api/openapi.json',
  health: '/health',
  /** The web tier's own logout; it calls `logout` at `${INTERNAL_URL}`. */
  webLogout: '/auth/logout',
  chatSocket: '/api/v1/chat/ws',
  chatTickets: '/api/v1/chat/tickets',
  chatHealth: '/api/v1/chat/health',
} as const;

/** Paths inside the chat service: the edge strips `/api/v1/chat`. */
export const chatPaths = {
  socket: '/ws',
  tickets: '/tickets',
  health: '/health',
  live: '/health/live',
  ready: '/health/ready',
  metrics: '/metrics',
} as const;
