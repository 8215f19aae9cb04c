import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsOfEveryLook } from './support/accessibility.ts';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';
import {
  caretBehind,
  letterOf,
  newDraft,
  openDraft,
  savedOn,
  selectWords,
  writerIn,
  writtenOn,
} from './support/desk.ts';

let app: App;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
  await app?.stop();
});

async function writer(name: string, viewport?: { width: number; height: number }) {
  const person = await writerIn(browser, name, viewport);
  contexts.push(person.context);
  return person;
}

const mode = (page: Page) => page.getByRole('button', { name: 'Режим правок' });
const cards = (page: Page) => page.locator('[data-suggestion-card]');
/** The words of each suggestion of a kind, without the names at the carets. */
const marked = (page: Page, tag: 'ins' | 'del') =>
  letterOf(page)
    .locator(`${tag}.suggested`)
    .evaluateAll((all) =>
      all.map((element) => {
        const copy = element.cloneNode(true) as HTMLElement;
        for (const caret of copy.querySelectorAll('.letter-caret')) caret.remove();
        return copy.textContent ?? '';
      }),
    );
const inserted = (page: Page) => marked(page, 'ins');
const deleted = (page: Page) => marked(page, 'del');
const tab = (page: Page) => page.getByRole('tab', { name: /Правки/ });
const firstParagraph = (page: Page) => letterOf(page).locator(':scope > p').first();

describe('suggestions', () => {
  it('of two people are typed, seen by the third, accepted, rejected, and copied only when decided', async () => {
    const anna = await writer('Анна');
    const url = await newDraft(app, anna.page);
    await openDraft(anna.page, url);
    const boris = await writer('Борис');
    await openDraft(boris.page, url);
    const vera = await writer('Вера');
    await openDraft(vera.page, url);
    const original = await writtenOn(vera.page);

    // Anna puts other words in the place of one, deletes forwards and backwards, and begins a new paragraph.
    await mode(anna.page).click();
    await selectWords(anna.page, 'Здравствуйте');
    await anna.page.keyboard.type('Добрый день');
    await expect.poll(() => deleted(anna.page)).toEqual(['Здравствуйте']);
    expect(await inserted(anna.page)).toEqual(['Добрый день']);
    await anna.page.keyboard.press('Backspace');
    await anna.page.keyboard.type('ь');
    await expect.poll(() => inserted(anna.page)).toEqual(['Добрый день']);
    await caretBehind(anna.page, 'Это займёт');
    for (let time = 0; time < 3; time += 1) await anna.page.keyboard.press('Delete');
    for (let time = 0; time < 2; time += 1) await anna.page.keyboard.press('Backspace');
    await expect.poll(async () => (await deleted(anna.page)).join('|')).toContain(' ми');
    await caretBehind(anna.page, 'зарегистрировал его');
    await anna.page.keyboard.press('Enter');
    await anna.page.keyboard.type('точно');
    await savedOn(anna.page);

    // Boris suggests too; what is laid out stays as it is, and he is told why.
    await mode(boris.page).click();
    await caretBehind(boris.page, 'Департамент');
    await boris.page.keyboard.type(' труда');
    expect(await boris.page.getByRole('button', { name: 'Полужирный' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    await selectWords(boris.page, 'Нам важно');
    await boris.page.keyboard.press('Control+b');
    await expect.poll(() => boris.page.getByText('В режиме правок меняется только текст').count()).toBe(1);
    await savedOn(boris.page);

    // Vera sees both, may not copy, and is led to the first.
    await expect.poll(() => tab(vera.page).textContent()).toMatch(/[45]/);
    const open = await tab(vera.page).textContent();
    await vera.page.getByRole('button', { name: 'Скопировать текст' }).click();
    const gaps = vera.page.getByRole('dialog', { name: 'Письмо не готово' });
    await gaps.getByRole('button', { name: /^Решить о правках/ }).click();
    await gaps.waitFor({ state: 'hidden' });
    await cards(vera.page).first().getByRole('button', { name: 'Принять' }).click();
    await expect.poll(() => firstParagraph(vera.page).textContent()).toContain('Добрый день, Анна Петровна');
    expect(await tab(vera.page).textContent()).not.toBe(open);
    await expect.poll(() => firstParagraph(anna.page).textContent()).not.toContain('Здравствуйте');

    // All of one author are rejected in one step, which can be taken back.
    await vera.page.getByLabel('Чьи правки').selectOption({ label: 'Борис: 1' });
    await vera.page.getByRole('button', { name: 'Отклонить все: 1' }).click();
    await expect.poll(() => writtenOn(vera.page)).not.toContain('Департамент труда');
    await vera.page.keyboard.press('Control+z');
    await expect.poll(() => writtenOn(vera.page)).toContain('Департамент труда');
    await vera.page.keyboard.press('Control+Shift+z');
    await expect.poll(() => writtenOn(vera.page)).not.toContain('Департамент труда');
    await vera.page.getByRole('button', { name: /Отклонить все/ }).click();
    await expect.poll(() => cards(vera.page).count()).toBe(0);
    expect(await writtenOn(vera.page)).toBe(original?.replace('Здравствуйте', 'Добрый день'));
    for (const { page } of [anna, boris])
      await expect.poll(() => writtenOn(page)).toBe(original?.replace('Здравствуйте', 'Добрый день'));
    expect([anna, boris, vera].flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 180_000);

  it('typed apart without connection merge, and rejecting all gives the original', async () => {
    const anna = await writer('Анна');
    const url = await newDraft(app, anna.page);
    await openDraft(anna.page, url);
    const boris = await writer('Борис');
    await openDraft(boris.page, url);
    const original = await writtenOn(anna.page);
    await mode(anna.page).click();
    await mode(boris.page).click();
    const restarted = app.restart('SIGKILL');
    await anna.page.waitForSelector('[data-save-state="offline"]', { timeout: 20_000 });
    await selectWords(anna.page, 'Здравствуйте');
    await anna.page.keyboard.type('Здорово');
    await selectWords(boris.page, 'Здравствуйте');
    await boris.page.keyboard.type('Добро пожаловать');
    await restarted;
    await savedOn(anna.page);
    await savedOn(boris.page);
    for (const { page } of [anna, boris]) {
      await expect
        .poll(async () => (await inserted(page)).toSorted())
        .toEqual(['Добро пожаловать', 'Здорово']);
    }
    expect(await writtenOn(anna.page)).toBe(await writtenOn(boris.page));
    await tab(anna.page).click();
    await anna.page.getByRole('button', { name: /Отклонить все/ }).click();
    for (const { page } of [anna, boris]) await expect.poll(() => writtenOn(page)).toBe(original);
  }, 120_000);

  it('go by the keyboard alone: the mode, paragraphs joined and split, F8, Enter, Escape', async () => {
    const { page } = await writer('Анна');
    const url = await newDraft(app, page);
    await openDraft(page, url);
    await caretBehind(page, 'Здравствуйте');
    await page.keyboard.press('Control+Alt+KeyE');
    expect(await mode(page).getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Enter');
    const paragraphs = await letterOf(page).locator(':scope > p').count();
    await caretBehind(page, 'Департамент');
    await page.keyboard.press('Home');
    await page.waitForTimeout(100);
    await page.keyboard.press('Backspace');
    await expect.poll(() => letterOf(page).locator('.suggested-join').count()).toBe(1);
    expect(await letterOf(page).locator(':scope > p').count()).toBe(paragraphs);
    await tab(page).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => cards(page).count()).toBe(2);
    await page.keyboard.press('F8');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Принять');
    await page.keyboard.press('Enter');
    await expect.poll(() => cards(page).count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => cards(page).count()).toBe(0);
    // One boundary came, another went.
    expect(await letterOf(page).locator(':scope > p').count()).toBe(paragraphs);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.classList.contains('ProseMirror')))
      .toBe(true);
  });

  it('are looked at by the linter as if they were accepted', async () => {
    const { page } = await writer('Анна');
    const url = await newDraft(app, page);
    await openDraft(page, url);
    await mode(page).click();
    await caretBehind(page, 'Это займёт минуту.');
    await page.keyboard.type(' Записаться можно посредством звонка.');
    const finding = letterOf(page).locator('.finding', { hasText: 'посредством' });
    await finding.first().waitFor({ timeout: 10_000 });
    await selectWords(page, 'посредством');
    await page.keyboard.press('Delete');
    await expect.poll(() => finding.count()).toBe(0);
  });

  it('have no accessibility findings in any look', async () => {
    const { page } = await writer('Анна Львова');
    const url = await newDraft(app, page);
    await openDraft(page, url);
    await selectWords(page, 'Здравствуйте');
    await page.keyboard.press('Control+Alt+KeyE');
    await page.keyboard.type('Добрый день');
    await caretBehind(page, 'Департамент');
    await page.keyboard.press('Enter');
    await caretBehind(page, 'Нам важно');
    await page.keyboard.press('Home');
    await page.waitForTimeout(100);
    await page.keyboard.press('Backspace');
    await tab(page).click();
    await cards(page).first().getByRole('button').first().click();
    await page.getByRole('button', { name: 'Отклонить', exact: true }).waitFor();
    expect(await findingsOfEveryLook(page)).toEqual([]);
  });
});
