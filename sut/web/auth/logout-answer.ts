import { LogoutAnswer, type Revocation, refreshCookie } from '#contracts/wire/auth.ts';
import type { Inbound, UpstreamAnswer } from '../parts.ts';

/** What the api said about the revocation; an answer that says nothing understandable is `failed`. */
export function judgeLogout(answer: UpstreamAnswer): Revocation {
  if (answer.status !== 200) return 'failed';
  try {
    return LogoutAnswer.parse(JSON.parse(answer.body.toString('utf8'))).revocation;
  } catch {
    return 'failed';
  }
}

export function logoutAnswer(revocation: Revocation): LogoutAnswer {
  return { success: true, message: 'Successfully logged out', revocation };
}

/** The api’s own cookie lines, or, where it did not clear the refresh cookie, a line that does. */
export function logoutCookies(answer: UpstreamAnswer | undefined, inbound: Inbound): readonly string[] {
  const lines = answer?.setCookies ?? [];
  return lines.some((line) => line.startsWith(`${refreshCookie.name}=`)) ? lines : [...lines, clearingCookie(inbound)];
}

function clearingCookie({ headers }: Inbound): string {
  const { name, path, sameSite } = refreshCookie;
  // The value nearest to us was written by the edge.
  const proto = headers['x-forwarded-proto']?.toString().split(',').at(-1)?.trim().toLowerCase();
  const secure = proto === 'https' ? '; Secure' : '';
  return `${name}=; Path=${path}; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=${sameSite}${secure}`;
}
