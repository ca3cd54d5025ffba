import { TicketAnswer } from '../chat.ts';
import { HealthAnswer } from '../health.ts';
import { chatPaths, paths } from '../paths.ts';
import type { Operation } from './operation.ts';

/** Where the edge puts the chat’s own paths. */
const prefix = paths.chatSocket.slice(0, -chatPaths.socket.length);

/** What the chat answers over HTTP, the request to upgrade included. */
export const chatOperations = {
  chatTicket: {
    service: 'chat',
    method: 'post',
    path: paths.chatTickets,
    summary: 'Issues a single-use ticket for the WebSocket.',
    credential: 'bearer',
    answers: { 200: { description: 'The ticket.', body: TicketAnswer } },
    errors: ['token_missing', 'token_invalid', 'token_expired', 'token_revoked', 'store_unavailable'],
  },
  chatSocket: {
    service: 'chat',
    method: 'get',
    path: paths.chatSocket,
    summary:
      'Opens the WebSocket. A refusal comes after it was accepted, as a close code; messages are ClientMessage and ServerMessage.',
    credential: 'bearer-or-ticket',
    answers: { 101: { description: 'Accepted.' } },
    errors: ['invalid_request', 'draining'],
  },
  chatHealth: health(paths.chatHealth, 'Whether the chat can work.', 503),
  chatHealthReady: health(`${prefix}${chatPaths.ready}`, 'Whether the chat can work.', 503),
  chatHealthLive: health(`${prefix}${chatPaths.live}`, 'Whether the chat’s process answers.'),
  chatMetrics: {
    service: 'chat',
    method: 'get',
    path: `${prefix}${chatPaths.metrics}`,
    summary: 'The chat’s figures in Prometheus’ text format.',
    credential: 'none',
    answers: { 200: { description: 'The figures.', body: 'text' } },
    errors: [],
  },
} as const satisfies Record<string, Operation>;

function health(path: string, summary: string, unavailable?: number): Operation {
  const answers = { 200: { description: 'It is.', body: HealthAnswer } };
  const without = { description: 'It is not; `checks` says what is missing.', body: HealthAnswer };
  return {
    service: 'chat',
    method: 'get',
    path,
    summary,
    credential: 'none',
    answers: unavailable === undefined ? answers : { ...answers, [unavailable]: without },
    errors: [],
  };
}
