import { z } from 'zod';

export const Document = z.object({
  id: z.uuid(),
  title: z.string(),
  createdAt: z.iso.datetime(),
});
export type Document = z.infer<typeof Document>;

/** POST /api/documents, answer 201 Document. */
export const CreateDocumentRequest = z.object({ title: z.string().trim().min(1).max(200) });
export type CreateDocumentRequest = z.infer<typeof CreateDocumentRequest>;

/** GET /api/documents, newest first. */
export const DocumentList = z.object({ documents: z.array(Document) });
export type DocumentList = z.infer<typeof DocumentList>;

export const StoredMessage = z.object({
  id: z.uuid(),
  role: z.enum(['user', 'assistant']),
  content: z.string(),
  createdAt: z.iso.datetime(),
});
export type StoredMessage = z.infer<typeof StoredMessage>;

/** GET /api/documents/:id, messages oldest first. */
export const DocumentWithMessages = Document.extend({ messages: z.array(StoredMessage) });
export type DocumentWithMessages = z.infer<typeof DocumentWithMessages>;
