import { closes } from '#contracts/wire/chat.ts';

/**
 * What the end of a live chat connection asks for. `check-session`: ask the api whether the session
 * still lives, then connect again or log in. `drop-message`: connect again without what was too large.
 */
export type CloseAction = 'reconnect' | 'check-session' | 'drop-message' | 'stop';

/**
 * By close code. 1006 is what the browser says when there was no close frame: a lost connection, never
 * a policy. Only 1008 is about who we are.
 */
export function judgeClose(code: number, reason: string): CloseAction {
  if (code === 1000) return 'stop';
  if (code === closes.tooLarge.code) return 'drop-message';
  if (code !== closes.invalidToken.code) return 'reconnect';
  return reason === closes.originNotAllowed.reason ? 'stop' : 'check-session';
}
