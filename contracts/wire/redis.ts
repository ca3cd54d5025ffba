/**
 * Every Redis key and channel. A credential never stands in a key: `tokenHash` and `ticketHash` are
 * the lower-case hex SHA-256 of the credential.
 */
export const redisKeys = {
  /** "1", for the access token's remaining life: this very token was logged out. */
  blacklistToken: (tokenHash: string) => `blacklist:${tokenHash}`,
  /** "1", for an access token's full life: every token of this session is dead. */
  blacklistSession: (sessionId: string) => `blacklist:session:${sessionId}`,
  /** Present while the blacklist holds all that Postgres knows. A Redis without it is not trusted. */
  blacklistComplete: 'blacklist:complete',
  chatSession: (userId: string, sessionId: string) => `chat_session:${userId}:${sessionId}`,
  /** List of JSON ChatHistoryEntry, oldest first. */
  chatHistory: (userId: string, sessionId: string) => `chat_history:${userId}:${sessionId}`,
  /** As the service before this one named it. */
  chatHistoryOld: (userId: string, sessionId: string) => `chat_history:${userId}_${sessionId}`,
  /** What a user's old histories held: shown before the session's own until it expires. */
  chatHistoryBefore: (userId: string) => `chat_history_before:${userId}`,
  /** Sorted set of the client message ids that were accepted, so that none is answered twice. */
  chatSeen: (userId: string, sessionId: string) => `chat_seen:${userId}:${sessionId}`,
  /** JSON of the bearer's identity (no token in it); taken once, with GETDEL. */
  chatTicket: (ticketHash: string) => `chat_ticket:${ticketHash}`,
  /** Redis stream of one answer's events, fields `event` and `data`; entry ids are `<n>-0`. */
  answer: (streamId: string) => `answer:${streamId}`,
  loginFailuresAccount: (emailHash: string) => `login_failures:account:${emailHash}`,
  loginFailuresAddress: (address: string) => `login_failures:address:${address}`,
} as const;

export const redisChannels = {
  /** JSON `{sessionId}`: sockets and streams of that session close now. */
  sessionEnded: 'session_ended',
  /** JSON ServerMessage with its origin: what one socket of a user shows on the others. */
  chatUser: (userId: string) => `chat_user:${userId}`,
} as const;
