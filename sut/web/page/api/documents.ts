import { Document, DocumentList, DocumentWithMessages } from '#contracts/wire/documents.ts';
import { paths } from '#contracts/wire/paths.ts';
import type { ApiClient } from './api-client.ts';

export async function listDocuments(api: ApiClient, signal: AbortSignal): Promise<readonly Document[]> {
  const response = await api.send(paths.documents, { signal });
  return DocumentList.parse(await response.json()).documents;
}

export async function createDocument(api: ApiClient, title: string): Promise<Document> {
  const response = await api.send(paths.documents, { method: 'POST', json: { title } });
  return Document.parse(await response.json());
}

export async function readDocument(api: ApiClient, id: string, signal: AbortSignal): Promise<DocumentWithMessages> {
  const response = await api.send(paths.document(encodeURIComponent(id)), { signal });
  return DocumentWithMessages.parse(await response.json());
}
