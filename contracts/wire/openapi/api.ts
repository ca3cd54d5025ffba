import { z } from 'zod';
import { LoginRequest, LogoutAnswer, MeAnswer, RegisterRequest, SessionAnswer } from '../auth.ts';
import { CreateDocumentRequest, Document, DocumentList, DocumentWithMessages } from '../documents.ts';
import type { ErrorCode } from '../errors.ts';
import { paths } from '../paths.ts';
import { StreamRequest } from '../sse.ts';
import type { Operation } from './operation.ts';

const stores = ['store_unavailable', 'internal'] as const satisfies readonly ErrorCode[];
const body = ['invalid_request', 'too_large', 'unsupported_media_type'] as const satisfies readonly ErrorCode[];
const session = [
  'token_missing',
  'token_invalid',
  'token_expired',
  'token_revoked',
] as const satisfies readonly ErrorCode[];

/** What the api answers to a client. Keys are the names of its endpoints. */
export const apiOperations = {
  register: {
    service: 'api',
    method: 'post',
    path: paths.register,
    summary: 'Creates a user and logs it in.',
    credential: 'none',
    request: RegisterRequest,
    answers: { 201: { description: 'The user and its session.', body: SessionAnswer, cookie: 'sets' } },
    errors: [...body, 'email_taken', ...stores],
  },
  login: {
    service: 'api',
    method: 'post',
    path: paths.login,
    summary: 'Opens a session.',
    credential: 'none',
    request: LoginRequest,
    answers: { 200: { description: 'The session.', body: SessionAnswer, cookie: 'sets' } },
    errors: [...body, 'invalid_credentials', 'rate_limited', ...stores],
  },
  refresh: {
    service: 'api',
    method: 'post',
    path: paths.refresh,
    summary: 'Gives a new access token and rotates the refresh token.',
    credential: 'refresh-cookie',
    answers: { 200: { description: 'The session goes on.', body: SessionAnswer, cookie: 'sets' } },
    errors: ['refresh_invalid', 'origin_not_allowed', ...stores],
  },
  logout: {
    service: 'api',
    method: 'post',
    path: paths.logout,
    summary: 'Ends the session. Answers 200 whatever the token, the body and the outage, except to foreign pages.',
    credential: 'any',
    answers: { 200: { description: 'What was done is said in `revocation`.', body: LogoutAnswer, cookie: 'clears' } },
    errors: ['origin_not_allowed'],
  },
  me: {
    service: 'api',
    method: 'get',
    path: paths.me,
    summary: 'Who the bearer is.',
    credential: 'bearer',
    answers: { 200: { description: 'The user and its session.', body: MeAnswer } },
    errors: [...session, ...stores],
  },
  listDocuments: {
    service: 'api',
    method: 'get',
    path: paths.documents,
    summary: 'The bearer’s documents, newest first.',
    credential: 'bearer',
    answers: { 200: { description: 'All of them.', body: DocumentList } },
    errors: [...session, ...stores],
  },
  createDocument: {
    service: 'api',
    method: 'post',
    path: paths.documents,
    summary: 'Creates a document.',
    credential: 'bearer',
    request: CreateDocumentRequest,
    answers: { 201: { description: 'The new document.', body: Document } },
    errors: [...body, ...session, ...stores],
  },
  getDocument: {
    service: 'api',
    method: 'get',
    path: paths.document('{id}'),
    summary: 'A document of the bearer with its messages, oldest first.',
    credential: 'bearer',
    answers: { 200: { description: 'The document.', body: DocumentWithMessages } },
    errors: [...session, 'not_found', ...stores],
  },
  streamAnswer: {
    service: 'api',
    method: 'post',
    path: paths.documentStream('{id}'),
    summary:
      'Asks a question and streams its answer; with Last-Event-ID and no body an answer goes on after that event.',
    credential: 'bearer-or-query',
    request: StreamRequest,
    requestOptional: true,
    headers: z.object({ 'Last-Event-ID': z.string().optional() }),
    answers: { 200: { description: 'The events of the answer; comments are heartbeats.', body: 'events' } },
    errors: [...body, ...session, 'not_found', 'stream_gone', 'draining', ...stores],
  },
  openapi: {
    service: 'api',
    method: 'get',
    path: paths.openapi,
    summary: 'This document.',
    credential: 'none',
    answers: { 200: { description: 'An OpenAPI 3.2 document.', body: z.record(z.string(), z.unknown()) } },
    errors: ['internal'],
  },
} as const satisfies Record<string, Operation>;
