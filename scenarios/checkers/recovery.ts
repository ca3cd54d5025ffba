import type { RecoveryGuarantee } from '#contracts/catalogue/guarantees.ts';
import type { Checker } from '#fixtures/scenario/checker.ts';
import { outageIsNotALogout } from './outage-is-not-a-logout.ts';
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
