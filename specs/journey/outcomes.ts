import type { Page, Request } from '@playwright/test';
import { paths } from '#contracts/wire/paths.ts';

const deadline = 5000;

/** `<heading> at <path>` once the page shows one of `headings`; or what it says instead. */
export async function outcomeOf(page: Page, headings: readonly string[]): Promise<string> {
  const content = page.locator('h1').filter({ hasText: new RegExp(`^(${headings.join('|')})$`) });
  const trouble = page.locator('[role=alert] .error, .banner[role=alert], .problem-title');
  const first = content.or(trouble).first();
  const text = await first
    .waitFor({ timeout: deadline })
    .then(() => first.textContent())
    .catch(() => undefined);
  return `${text ?? 'nothing'} at ${new URL(page.url()).pathname}`;
}

/** Asks `question` on the page of a document: how the request was authorized, and how its answer begins. */
export async function ask(page: Page, documentId: string, question: string): Promise<string> {
  const isStream = (request: Request) =>
    request.method() === 'POST' && new URL(request.url()).pathname === paths.documentStream(documentId);
  const sent = page.waitForRequest(isStream, { timeout: deadline });
  await page.getByLabel('Ask about this document').fill(question);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  const request = await sent;
  const { authorization = 'no Authorization' } = await request.allHeaders();
  const response = await request.response();
  if (response === null) return `${authorization}, no answer`;
  const type = (await response.headerValue('content-type'))?.split(';')[0];
  return `${authorization}, ${response.status()} ${type}`;
}

/** What the page keeps in `insight-garden-auth`, report 2’s key. */
export async function storedState(page: Page): Promise<StoredState> {
  const stored = await page.evaluate(() => localStorage.getItem('insight-garden-auth'));
  return (JSON.parse(stored ?? '{}') as { state?: StoredState }).state ?? {};
}

interface StoredState {
  readonly isAuthenticated?: boolean;
  readonly user?: { readonly email?: string } | null;
  readonly accessToken?: string | null;
}
