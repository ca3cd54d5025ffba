import { shortestSecret, wellKnownSecrets } from '#contracts/wire/settings.ts';
import { SettingsError } from './settings.ts';

interface Secrets {
  readonly JWT_SECRET: string;
  readonly JWT_SECRET_PREVIOUS: string | undefined;
}

/** Throws a SettingsError unless whatever signs tokens, and signed them before, is strong. */
export type JudgeSecrets = (secrets: Secrets) => void;

export const judgeSecrets: JudgeSecrets = ({ JWT_SECRET, JWT_SECRET_PREVIOUS }) => {
  assertStrongSecret('JWT_SECRET', JWT_SECRET);
  if (JWT_SECRET_PREVIOUS !== undefined) assertStrongSecret('JWT_SECRET_PREVIOUS', JWT_SECRET_PREVIOUS);
};

/** Refuses a secret that is short or that anybody could have read somewhere. */
export function assertStrongSecret(name: string, secret: string): void {
  const bytes = Buffer.byteLength(secret);
  if (bytes < shortestSecret) {
    throw new SettingsError(
      `Failed to start: ${name} has ${bytes} bytes, at least ${shortestSecret} are needed. Make one with: openssl rand -base64 48`,
    );
  }
  const known: readonly string[] = wellKnownSecrets;
  if (known.includes(secret.trim().toLowerCase())) {
    throw new SettingsError(`Failed to start: ${name} is a well-known default. Make one with: openssl rand -base64 48`);
  }
}
