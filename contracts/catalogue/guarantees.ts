/**
 * What a scenario's checkers judge a history by: id -> sentence. A scenario's requirement has them as its
 * assertions, so that several scenarios promise the same and a defect says which of them it breaks.
 */
export const recoveryGuarantees = {
  'revoked-stays-revoked':
    'nobody is let in, on HTTP, SSE or WebSocket, with a token whose logout was answered complete or pending',
  'outage-is-not-a-logout':
    'a valid token is refused with nothing but "try again" (503, 1013), and no socket of its session is closed with 1008',
  'valid-gets-back-in':
    'every valid session is let in on HTTP, SSE and WebSocket within 5 s of the end of the outage, and stays in',
  'pending-completes':
    'a logout that was answered pending closes the open socket of its session, and refuses its token with 401, within 5 s of the end of the outage, and nobody has to ask again',
} as const;
/** What is promised where a service was away that has nothing to do with who is logged in. */
export const returnGuarantees = {
  'revoked-stays-revoked': recoveryGuarantees['revoked-stays-revoked'],
  'absence-is-not-a-logout':
    'a valid token is refused with nothing but "try again" (502, 503, 504, 1013), and no socket of its session is closed with 1008',
  'valid-gets-back-in': recoveryGuarantees['valid-gets-back-in'],
} as const;
export type ReturnGuarantee = keyof typeof returnGuarantees;
export type RecoveryGuarantee = keyof typeof recoveryGuarantees;
