import { z } from 'zod';

const PageConfig = z.object({
  /** Origin of the api, where it is not the page’s own. */
  apiUrl: z.url().optional(),
  timingDivisor: z.number().positive().default(1),
});

export interface PageConfig {
  /** Origin that every request of the page goes to. */
  readonly apiOrigin: string;
  /** False where the page is served from another origin than the api. */
  readonly sameOrigin: boolean;
  /** Divides the page’s idle times, as TIMING_DIVISOR divides the services’. */
  readonly timingDivisor: number;
}

/** The run-time configuration that the web tier wrote into the page, as it stands there. */
export function readRawConfig(): unknown {
  try {
    return JSON.parse(document.getElementById('holdfast-config')?.textContent ?? '{}');
  } catch {
    return {};
  }
}

/** What `raw` says, for a page at `origin`; what it does not say is the same origin at production timing. */
export function readConfig(raw: unknown, origin: string): PageConfig {
  const { apiUrl, timingDivisor } = PageConfig.catch({ timingDivisor: 1 }).parse(raw);
  const apiOrigin = apiUrl === undefined ? origin : new URL(apiUrl).origin;
  return { apiOrigin, sameOrigin: apiOrigin === origin, timingDivisor };
}
