import type { EndpointName } from '../access.ts';
import { createDocument, getDocument, listDocuments } from './documents.ts';
import type { Endpoint } from './endpoint.ts';
import { login } from './login.ts';
import { logout } from './logout.ts';
import { me } from './me.ts';
import { openapi } from './openapi.ts';
import { refresh } from './refresh.ts';
import { register } from './register.ts';
import { streamAnswer } from './stream-answer.ts';

export const endpoints: Readonly<Record<EndpointName, Endpoint>> = {
  register,
  login,
  refresh,
  logout,
  me,
  listDocuments,
  createDocument,
  getDocument,
  streamAnswer,
  openapi,
};
