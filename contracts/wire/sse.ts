import { z } from 'zod';

/**
 * POST /api/documents/:id/chat/stream. With a `Last-Event-ID` header the body may be empty: the
 * answer named by that id goes on after it, for 5 minutes after its end, with no gap and no repeat.
 * Credentials: `Authorization: Bearer`, else `?token=`; the header wins.
 *
 * Errors before the stream are JSON with their own status. The stream answers 200 before the model is
 * asked, so a model that cannot be reached is an `error` event, also before the first delta.
 */
export const StreamRequest = z.object({
  message: z.string().trim().min(1).max(8000),
  onDisconnect: z.enum(['survive', 'cancel']).default('survive'),
});
export type StreamRequest = z.input<typeof StreamRequest>;

/** `data` of each event. Event ids are `<streamId>:<n>`, n = 1, 2, ...; comments are heartbeats. */
export const StreamEvents = {
  delta: z.object({ text: z.string() }),
  done: z.object({ messageId: z.uuid(), deltas: z.number().int().nonnegative() }),
  error: z.object({ code: z.enum(['model_unavailable', 'model_failed', 'internal']), message: z.string() }),
} as const;
export type StreamEventName = keyof typeof StreamEvents;
export type StreamEvent = {
  [Name in StreamEventName]: { id: string; event: Name; data: z.infer<(typeof StreamEvents)[Name]> };
}[StreamEventName];
