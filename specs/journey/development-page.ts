import type { Page } from '@playwright/test';
import { browserAt } from '#fixtures/test.ts';
import { pointPageAt } from '../cors/point-page-at.ts';

/** Literal of report 2: where the page’s development server is. */
export const developmentOrigin = 'http://localhost:5173';

/** Shows `use` a page whose origin is the development server’s, with the page of `url` on it and `url` as its api. */
export async function withDevelopmentPage<Result>(url: string, use: (page: Page) => Promise<Result>): Promise<Result> {
  await using browser = await browserAt({ [new URL(developmentOrigin).host]: new URL(url).host });
  // The page's own policy names its api where the web tier knows it; here the test has chosen it.
  const page = await browser.newPage({ bypassCSP: true });
  await page.addInitScript(pointPageAt, url);
  return await use(page);
}
