export interface OriginPolicy {
  /** Whether a page of `origin` may come here. No Origin is no browser, and allowed. */
  allows(origin: string | undefined): boolean;
}

/** The exact origins of CORS_ORIGIN and no others; `null` is never one. */
export function createOriginPolicy(allowed: readonly string[]): OriginPolicy {
  const origins = new Set(allowed);
  return { allows: (origin) => origin === undefined || origins.has(origin) };
}
