import type { Locator, Page } from '@playwright/test';
import { logIn, type Session, until } from '#fixtures/test.ts';

interface LivePage {
  readonly panel: Locator;
  /** What the page says of its connection once that is one of `wanted`, else what it says after `deadline` ms. */
  connection(wanted: readonly string[], deadline: number): Promise<string>;
  say(text: string): Promise<void>;
}

/** The live chat of `session` in `page`, logged in as a user does; returns when it is live. */
export async function openLivePage(
  page: Page,
  session: Session & { readonly credentials: Parameters<typeof logIn>[1] },
): Promise<LivePage> {
  const { id } = await session.createDocument();
  await logIn(page, session.credentials);
  await page.goto(`/chat/${id}`);
  const panel = page.getByRole('region', { name: 'Live chat' });
  const status = panel.locator('.connection [role=status]');
  const connection: LivePage['connection'] = async (wanted, deadline) => {
    let said = '';
    await until(
      async () => {
        said = (await status.textContent({ timeout: deadline })) ?? '';
        return wanted.includes(said);
      },
      { what: wanted.join(' or '), deadline },
    ).catch(() => undefined);
    return said;
  };
  await connection(['Live'], 10_000);
  return {
    panel,
    connection,
    async say(text) {
      await panel.getByLabel('Message to the live chat').fill(text);
      await panel.getByRole('button', { name: 'Send', exact: true }).click();
    },
  };
}
