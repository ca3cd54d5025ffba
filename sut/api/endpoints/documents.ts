import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  CreateDocumentRequest,
  type Document,
  type DocumentList,
  type DocumentWithMessages,
} from '#contracts/wire/documents.ts';
import { paths } from '#contracts/wire/paths.ts';
import { ApiError } from '../http/api-error.ts';
import { parse } from '../http/parse.ts';
import { sqlState } from '../store/store.ts';
import { bearerOf, type Call, type Endpoint } from './endpoint.ts';

export const listDocuments: Endpoint = {
  method: 'GET',
  url: paths.documents,
  async handle(call): Promise<DocumentList> {
    return { documents: [...(await call.parts.documents.list(bearerOf(call).sub))] };
  },
};

export const createDocument: Endpoint = {
  method: 'POST',
  url: paths.documents,
  async handle(call): Promise<Document> {
    const { title } = parse(CreateDocumentRequest, call.request.body);
    call.reply.code(201);
    return call.parts.documents.create(bearerOf(call).sub, randomUUID(), title).catch((error: unknown) => {
      // The token is good and its user is gone.
      throw sqlState(error) === '23503' ? new ApiError('token_invalid') : error;
    });
  },
};

export const getDocument: Endpoint = {
  method: 'GET',
  url: paths.document(':id'),
  async handle(call): Promise<DocumentWithMessages> {
    const document = await documentOf(call);
    return { ...document, messages: [...(await call.parts.messages.list(document.id))] };
  },
};

const Params = z.object({ id: z.uuid() });

/** The document that the path names, if it is the bearer's. */
export async function documentOf(call: Call): Promise<Document> {
  const params = Params.safeParse(call.request.params);
  const document = params.success ? await call.parts.documents.find(bearerOf(call).sub, params.data.id) : undefined;
  if (document === undefined) throw new ApiError('not_found');
  return document;
}
