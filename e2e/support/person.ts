import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Text as a person reads it: no-break spaces are spaces. */
export function plainly(text: string | null): string {
  return (text ?? '').replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ').trim();
}

/** An operator before the call screen, with nothing but a keyboard. */
export interface Operator {
  readonly context: BrowserContext;
  readonly page: Page;
  /** The step that the call stands at. */
  step(): Promise<string>;
  /** The words to say. */
  said(): Promise<string>;
  /** The number of transfers made. */
  transfers(): Promise<string>;
  /** Types a question and waits for its answer. */
  ask(query: string): Promise<void>;
  /** Chooses the caller's answer by its words. */
  answer(when: string): Promise<void>;
  leave(): Promise<void>;
}

/** Opens the call screen in a browser of one person, or in another tab of theirs. */
export async function openCall(
  where: Browser | BrowserContext,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Operator> {
  const context = 'newContext' in where ? await where.newContext(options) : where;
  const page = await context.newPage();
  await page.goto(`${url}/call`);
  await page.waitForSelector('.call-grid');
  return operatorAt(context, page);
}

/** The operator of a call screen that is open. */
export function operatorAt(context: BrowserContext, page: Page): Operator {
  page.setDefaultTimeout(15_000);
  const text = async (selector: string) => plainly(await page.locator(selector).textContent());
  return {
    context,
    page,
    step: () => text('[aria-current="step"]'),
    said: () => text('.say'),
    transfers: () => text('.counter [aria-current]'),
    async ask(query) {
      await page.keyboard.press('/');
      await page.keyboard.press('Escape');
      await page.keyboard.type(query);
      await page.waitForSelector(`[role="listbox"][data-query="${query}"]`);
    },
    async answer(when) {
      const ways = (await page.locator('.way.next').allTextContents()).map(plainly);
      const index = ways.findIndex((way) => way.includes(when));
      expect(index, `«${when}» among ${ways.join(' | ')}`).toBeGreaterThanOrEqual(0);
      await page.keyboard.press(`Alt+${index + 1}`);
    },
    leave: () => context.close(),
  };
}
