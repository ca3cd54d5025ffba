import { asyncRequest, type Params, type RefinedResponse, type ResponseType } from 'k6/http';
import { createCounters } from './figures.ts';

/** What nobody answered: whether it arrived is open. */
export const requestCounters = ['requests_unanswered'] as const;
const count = createCounters(requestCounters);

/** What Go says of a connection that ended before an answer began. */
const ended = /EOF|reset by peer|broken pipe|closed/;

/** Counts an answer that is none. */
export function noted<Answer extends RefinedResponse<ResponseType>>(answer: Answer): Answer {
  if (answer.status === 0) count('requests_unanswered');
  return answer;
}

/**
 * Sends a request and, as browsers do, sends it once more when the connection ended that it went out on: a server that
 * reloads ends those that are kept, also in the moment in which one is used again.
 */
export async function ask(
  method: 'POST',
  url: string,
  body: string | null,
  params: Params,
): Promise<RefinedResponse<ResponseType>> {
  const answer = noted(await asyncRequest(method, url, body, params));
  return answer.status === 0 && ended.test(answer.error)
    ? noted(await asyncRequest(method, url, body, params))
    : answer;
}
