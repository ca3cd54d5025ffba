import { paths } from '#contracts/wire/paths.ts';
import { StreamRequest } from '#contracts/wire/sse.ts';
import type { Feed } from '../answers/answers.ts';
import { parseEventId } from '../answers/event-id.ts';
import { ApiError } from '../http/api-error.ts';
import { parse } from '../http/parse.ts';
import { sendStream } from '../http/send-stream.ts';
import { documentOf } from './documents.ts';
import { bearerOf, type Call, type Endpoint } from './endpoint.ts';

export const streamAnswer: Endpoint = {
  method: 'POST',
  url: paths.documentStream(':id'),
  async handle(call) {
    const { parts, request, reply } = call;
    if (parts.progress.draining) throw new ApiError('draining', { retryAfter: 1 });
    const feed = await feedOf(call);
    await sendStream(parts, request, reply, bearerOf(call).session_id, feed);
    return reply;
  },
};

async function feedOf(call: Call): Promise<Feed> {
  const { parts, request } = call;
  const lastEventId = parts.sse.lastEventId(request.headers);
  if (lastEventId !== undefined) {
    const position = parseEventId(lastEventId);
    if (position === undefined) throw new ApiError('invalid_request');
    return parts.answers.resume(parts, (await documentOf(call)).id, position);
  }
  const { message, onDisconnect } = parse(StreamRequest, request.body);
  const { id } = await documentOf(call);
  return parts.answers.begin(parts, { documentId: id, message, onDisconnect, log: request.log });
}
