import type { RecoveryGuarantee, ReturnGuarantee } from '#contracts/catalogue/guarantees.ts';
import type { Checker } from '#fixtures/scenario/checker.ts';
import { absenceIsNotALogout, outageIsNotALogout } from './outage-is-not-a-logout.ts';
import { pendingCompletes } from './pending-completes.ts';
import { revokedStaysRevoked } from './revoked-stays-revoked.ts';
import { validGetsBackIn } from './valid-gets-back-in.ts';

/** Who judges what a recovery promises, the gravest first. */
export const recoveryCheckers: Readonly<Record<RecoveryGuarantee, Checker>> = {
  'revoked-stays-revoked': revokedStaysRevoked,
  'outage-is-not-a-logout': outageIsNotALogout,
  'valid-gets-back-in': validGetsBackIn,
  'pending-completes': pendingCompletes,
};

/** The same where a service was away, and nothing could be promised as pending. */
export const returnCheckers: Readonly<Record<ReturnGuarantee, Checker>> = {
  'revoked-stays-revoked': revokedStaysRevoked,
  'absence-is-not-a-logout': absenceIsNotALogout,
  'valid-gets-back-in': validGetsBackIn,
};
