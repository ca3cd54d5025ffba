import { asyncRequest } from 'k6/http';

/** Asked of whoever runs the script, and not of the system: among k6's own requests, and among nobody else's. */
export const questionCounters = ['questions_to_the_harness'] as const;

/**
 * When something was done to the system, in milliseconds since the epoch, as whoever did it tells at this address;
 * undefined when it was not done.
 */
export async function disturbedAt(address: string): Promise<number | undefined> {
  try {
    const { body } = await asyncRequest('GET', address, null, { timeout: '2s' });
    const { at } = JSON.parse(String(body)) as { readonly at?: number };
    return at;
  } catch {
    return undefined;
  }
}
