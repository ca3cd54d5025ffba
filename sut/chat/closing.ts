import type { closes } from '#contracts/wire/chat.ts';
import type { TokenRefusal } from '../common/tokens.ts';

/** Why a connect is refused; also the metric's label. */
export type Refusal =
  | TokenRefusal
  | 'ticket_invalid'
  | 'user_unknown'
  | 'origin_not_allowed'
  | 'store_unavailable'
  | 'draining';

export interface Close {
  readonly code: number;
  readonly reason: string;
}

export type Closes = Readonly<Record<keyof typeof closes, Close>>;

/** The close frame of a refusal: a store that is away is never told as a bad token. */
export function closeOf(refusal: Refusal, all: Closes): Close {
  switch (refusal) {
    case 'origin_not_allowed':
      return all.originNotAllowed;
    case 'store_unavailable':
      return all.storeUnavailable;
    case 'draining':
      return all.drain;
    default:
      return all.invalidToken;
  }
}
