import { z } from 'zod';

/** POST /api/v1/chat/tickets, bearer token in the header: a single-use ticket for `?ticket=`. Seconds. */
export const TicketAnswer = z.object({ ticket: z.string(), expiresIn: z.number().positive() });
export type TicketAnswer = z.infer<typeof TicketAnswer>;

/** Client to server. `id` is the client's own; a repeated id is answered with `accepted` and not produced twice. */
export const ClientMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), id: z.string().min(1).max(64), text: z.string().min(1).max(8000) }),
  z.object({ type: z.literal('ping') }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;

export const ChatHistoryEntry = z.object({
  id: z.string(),
  role: z.enum(['user', 'assistant']),
  text: z.string(),
  at: z.iso.datetime(),
});
export type ChatHistoryEntry = z.infer<typeof ChatHistoryEntry>;

/** Server to client. `ready` is the first message after authentication. */
export const ServerMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    sessionId: z.uuid(),
    heartbeatMs: z.number().positive(),
    history: z.array(ChatHistoryEntry),
  }),
  z.object({ type: z.literal('accepted'), id: z.string() }),
  /** A message that another socket of the same user sent. */
  z.object({ type: z.literal('message'), id: z.string(), text: z.string(), from: z.uuid() }),
  z.object({ type: z.literal('delta'), id: z.string(), n: z.number().int().positive(), text: z.string() }),
  z.object({ type: z.literal('done'), id: z.string(), deltas: z.number().int().nonnegative() }),
  z.object({
    type: z.literal('error'),
    id: z.string().optional(),
    code: z.enum(['invalid_message', 'model_unavailable', 'model_failed', 'store_unavailable', 'internal']),
    message: z.string(),
  }),
  z.object({ type: z.literal('heartbeat') }),
  z.object({ type: z.literal('pong') }),
]);
export type ServerMessage = z.infer<typeof ServerMessage>;

/** Close codes the chat sends after it has accepted, with their reasons. */
export const closes = {
  invalidToken: { code: 1008, reason: 'Invalid token' },
  sessionEnded: { code: 1008, reason: 'Session ended' },
  originNotAllowed: { code: 1008, reason: 'Origin not allowed' },
  drain: { code: 1012, reason: 'Service restart' },
  storeUnavailable: { code: 1013, reason: 'Try again later' },
  tooLarge: { code: 1009, reason: '' },
} as const;

/** Value of Redis key `chat_session:{user_id}:{session_id}`. */
export const ChatSession = z.object({
  user_id: z.uuid(),
  email: z.email(),
  role: z.string(),
  connected_at: z.iso.datetime(),
  websocket_endpoint: z.literal('/chat/ws'),
});
export type ChatSession = z.infer<typeof ChatSession>;
