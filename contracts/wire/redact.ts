import { redacted, secretNames, secretShapes } from './secrets.ts';

const shapes = new RegExp(secretShapes.join('|'), 'g');
const names = secretNames.join('|');
const members = new RegExp(`("(?:${names})"\\s*:\\s*)"(?:[^"\\\\\\n]|\\\\.)*"`, 'gi');
const escapedMembers = new RegExp(`(\\\\"(?:${names})\\\\"\\s*:\\s*)\\\\"(?:[^"\\\\\\n]|\\\\\\\\.)*\\\\"`, 'gi');
const fields = new RegExp(`([?&](?:${names})=)[^&\\s"'#\\\\]+`, 'gi');

/** `text` with every credential replaced: by what it looks like, and by the name it stands under. */
export function redact(text: string): string {
  return text
    .replace(shapes, redacted)
    .replace(members, `$1"${redacted}"`)
    .replace(escapedMembers, `$1\\"${redacted}\\"`)
    .replace(fields, `$1${redacted}`);
}
