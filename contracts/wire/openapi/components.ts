import type { z } from 'zod';
import {
  LoginRequest,
  LogoutAnswer,
  MeAnswer,
  RegisterRequest,
  Revocation,
  Role,
  refreshCookie,
  SessionAnswer,
  User,
} from '../auth.ts';
import { ChatHistoryEntry, ClientMessage, ServerMessage, TicketAnswer } from '../chat.ts';
import { CreateDocumentRequest, Document, DocumentList, DocumentWithMessages, StoredMessage } from '../documents.ts';
import { ErrorAnswer } from '../errors.ts';
import { HealthAnswer } from '../health.ts';
import { StreamEvents, StreamRequest } from '../sse.ts';
import type { Credential } from './operation.ts';

/** The schemas that have a name in the document. */
export const schemas: Readonly<Record<string, z.ZodType>> = {
  ChatHistoryEntry,
  ClientMessage,
  CreateDocumentRequest,
  Document,
  DocumentList,
  DocumentWithMessages,
  ErrorAnswer,
  HealthAnswer,
  LoginRequest,
  LogoutAnswer,
  MeAnswer,
  RegisterRequest,
  Revocation,
  Role,
  ServerMessage,
  SessionAnswer,
  StoredMessage,
  StreamDelta: StreamEvents.delta,
  StreamDone: StreamEvents.done,
  StreamError: StreamEvents.error,
  StreamRequest,
  TicketAnswer,
  User,
};

export const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'The access token. Wins over a query.' },
  tokenInQuery: { type: 'apiKey', in: 'query', name: 'token', description: 'The access token.' },
  ticketInQuery: { type: 'apiKey', in: 'query', name: 'ticket', description: 'A single-use ticket of the chat.' },
  refreshCookie: { type: 'apiKey', in: 'cookie', name: refreshCookie.name, description: 'The refresh token.' },
} as const;

type Requirement = Partial<Record<keyof typeof securitySchemes, string[]>>;

/** Credential -> any one of these will do. */
export const security: Readonly<Record<Credential, Requirement[]>> = {
  none: [],
  bearer: [{ bearer: [] }],
  'bearer-or-query': [{ bearer: [] }, { tokenInQuery: [] }],
  'bearer-or-ticket': [{ bearer: [] }, { ticketInQuery: [] }, { tokenInQuery: [] }],
  any: [{}, { bearer: [] }, { refreshCookie: [] }, { bearer: [], refreshCookie: [] }],
  'refresh-cookie': [{ refreshCookie: [] }],
};

export const headers = {
  RequestId: {
    description: 'Names the request in every log; the client’s own where it sent one.',
    schema: { type: 'string' },
  },
  RefreshCookieSet: { description: 'The new refresh token, HttpOnly.', schema: { type: 'string' } },
  RefreshCookieCleared: { description: 'Takes the refresh token away.', schema: { type: 'string' } },
  RetryAfter: { description: 'Seconds until another attempt is worth it.', schema: { type: 'integer' } },
  Challenge: { description: 'The scheme that is asked for.', schema: { type: 'string', const: 'Bearer' } },
} as const;

export const header = (name: keyof typeof headers) => ({ $ref: `#/components/headers/${name}` });
