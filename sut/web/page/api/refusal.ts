import { ErrorAnswer } from '#contracts/wire/errors.ts';

/** An answer that is not a success. `code` is undefined when it did not come from one of our services. */
export interface Refusal {
  readonly status: number;
  readonly code: string | undefined;
  readonly message: string;
}

export async function readRefusal(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = ErrorAnswer.safeParse(body);
  const message = parsed.success ? parsed.data.message : `The server answered ${response.status}`;
  return { status: response.status, code: parsed.data?.error, message };
}

/** What a refusal says about the session: renew the token, end the session, or nothing. */
export type Judgement = 'renew' | 'end' | 'unrelated';

/** Only the server’s own words end a session: a bare 401 of some proxy does not, nor does any other status. */
export function judgeRefusal({ status, code }: Refusal): Judgement {
  if (status !== 401) return 'unrelated';
  if (code === 'token_expired') return 'renew';
  return code === 'token_invalid' || code === 'token_revoked' ? 'end' : 'unrelated';
}
