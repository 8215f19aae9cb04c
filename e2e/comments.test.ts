import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, findingsOfEveryLook } from './support/accessibility.ts';
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

const cards = (page: Page) => page.locator('[data-thread-card]');
const commented = (page: Page) => letterOf(page).locator('.commented');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** Comments on words by the keyboard. */
async function commentOn(page: Page, words: string, text: string): Promise<void> {
  await selectWords(page, words);
  await page.keyboard.press('Control+Alt+KeyM');
  await page.getByRole('textbox', { name: 'Комментарий', exact: true }).waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await cards(page).filter({ hasText: text }).waitFor();
}

describe('comments', () => {
  it('are talked over by three people: begun, answered, found from both sides, settled, opened again, deleted', async () => {
    const anna = await writer('Анна Львова');
    const url = await newDraft(app, anna.page);
    await openDraft(anna.page, url);
    await commentOn(anna.page, 'Здравствуйте', 'Может быть, «Добрый день»?');
    await expect.poll(() => commented(anna.page).textContent()).toBe('Здравствуйте');

    const boris = await writer('Борис');
    await openDraft(boris.page, url);
    await boris.page.getByRole('tab', { name: 'Комментарии 1' }).waitFor();
    // From the letter to the panel.
    await commented(boris.page).click();
    const card = cards(boris.page);
    await card.getByLabel('Ответ').fill('Оставим как есть');
    await card.getByRole('button', { name: 'Ответить' }).click();
    await cards(anna.page).getByText('Оставим как есть').waitFor();
    expect(await anna.page.getByRole('status').allTextContents()).toContain('Новый комментарий: Борис');

    // From the panel to the letter.
    await card.getByRole('button', { name: 'К тексту' }).click();
    expect(await boris.page.evaluate(() => getSelection()?.toString())).toBe('Здравствуйте');

    // What others type before the words leaves the comment on them.
    const vera = await writer('Вера');
    await openDraft(vera.page, url);
    await vera.page.keyboard.press('Tab');
    await letterOf(vera.page).focus();
    await vera.page.keyboard.press('Control+Home');
    await vera.page.keyboard.type('Ещё раз ');
    await expect.poll(() => writtenOn(anna.page)).toContain('Ещё раз Здравствуйте');
    for (const { page } of [anna, boris, vera])
      await expect.poll(() => commented(page).textContent()).toBe('Здравствуйте');

    // Only the own comment can be deleted; who has settled it is told.
    await cards(anna.page)
      .getByRole('button', { name: /«Здравствуйте»/ })
      .click();
    expect(await cards(anna.page).getByRole('button', { name: 'Удалить' }).count()).toBe(1);
    await cards(anna.page).getByRole('button', { name: 'Решено', exact: true }).click();
    await expect.poll(() => commented(vera.page).count()).toBe(0);
    await vera.page.getByRole('tab', { name: 'Комментарии' }).click();
    await vera.page.getByRole('button', { name: 'Показать решённые: 1' }).click();
    await cards(vera.page).getByText('Решено: Анна Львова').waitFor();
    await cards(vera.page)
      .getByRole('button', { name: /«Здравствуйте»/ })
      .click();
    await cards(vera.page).getByRole('button', { name: 'Открыть снова' }).click();
    await expect.poll(() => commented(boris.page).count()).toBe(1);
    await savedOn(vera.page);

    // Words that are deleted leave the thread with its quote.
    await selectWords(anna.page, 'Здравствуйте');
    await anna.page.keyboard.press('Delete');
    await cards(boris.page).getByText('Этих слов в письме больше нет').waitFor();
    expect(await cards(boris.page).textContent()).toContain('«Здравствуйте»');
    await anna.page.keyboard.press('Control+z');
    await expect.poll(() => commented(boris.page).textContent()).toBe('Здравствуйте');

    // They are in the draft after a restart, and in nothing that leaves it.
    await savedOn(anna.page);
    await app.restart();
    const later = await writer('Глеб');
    await openDraft(later.page, url);
    await later.page.getByRole('tab', { name: 'Комментарии 1' }).click();
    await cards(later.page).getByText('Оставим как есть').waitFor();
    expect(await writtenOn(later.page)).not.toContain('Оставим как есть');
    await later.page.emulateMedia({ media: 'print' });
    expect(await cards(later.page).getByText('Оставим как есть').isVisible()).toBe(false);
    expect([anna, boris, vera, later].flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 180_000);

  it('go by the keyboard alone: the place, the name that is called, the next thread, the way back', async () => {
    const anna = await writer('Анна Львова');
    const url = await newDraft(app, anna.page);
    await openDraft(anna.page, url);
    const boris = await writer('Борис, отдел обращений');
    await openDraft(boris.page, url);
    await caretBehind(boris.page, 'Здравствуйте');
    await boris.page.keyboard.type(' Вам');
    await savedOn(boris.page);

    const { page } = anna;
    await expect.poll(() => writtenOn(page)).toContain('Здравствуйте Вам');
    await selectWords(page, 'Здравствуйте');
    await page.keyboard.press('Control+Alt+KeyM');
    await page.getByRole('textbox', { name: 'Комментарий', exact: true }).waitFor();
    await page.keyboard.type('@бор');
    await page.getByRole('option', { name: 'Борис, отдел обращений' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('посмотрите');
    await page.keyboard.press('Control+Enter');
    await cards(page).getByText('@Борис, отдел обращений').waitFor();
    await commentOn(page, 'Ваше письмо', 'Второй');

    // Who is called sees it on the desk until he has looked.
    const tab = boris.page.getByRole('tab', { name: /Комментарии/ });
    await expect.poll(() => tab.textContent()).toContain('Вас зовут: 1');
    expect((await boris.page.getByRole('status').allTextContents()).join('|')).toMatch(
      /зовёт Вас|Новый комментарий/,
    );
    await tab.focus();
    await boris.page.keyboard.press('Enter');
    await selectWords(boris.page, 'Здравствуйте');
    await boris.page.keyboard.press('ArrowLeft');
    // The editor reads the caret of the page a moment after the key.
    await boris.page.waitForTimeout(100);
    await boris.page.keyboard.press('F8');
    await expect.poll(() => focused(boris.page)).toContain('Здравствуйте');
    await expect.poll(() => tab.textContent()).not.toContain('Вас зовут');
    await boris.page.keyboard.press('F8');
    await expect.poll(() => focused(boris.page)).toContain('Ваше письмо');
    await boris.page.keyboard.press('Shift+F8');
    await expect.poll(() => focused(boris.page)).toContain('Здравствуйте');
    await boris.page.keyboard.press('Escape');
    await expect
      .poll(() => boris.page.evaluate(() => document.activeElement?.classList.contains('ProseMirror')))
      .toBe(true);
  }, 120_000);

  it('ask for a name first, and for words to stand on', async () => {
    const { page } = await writer('');
    const url = await newDraft(app, page);
    await openDraft(page, url);
    await caretBehind(page, 'Здравствуйте');
    await page.keyboard.press('Control+Alt+KeyM');
    await page.getByLabel('Как Вас подписать под комментарием').fill('Анна');
    await page.getByRole('button', { name: 'Подписаться' }).click();
    await page.getByText('Выделите слова в письме').waitFor();
    await commentOn(page, 'Здравствуйте', 'Да');
    expect(await cards(page).textContent()).toContain('Анна');
  });

  it('written without connection merge with those of a colleague', async () => {
    const anna = await writer('Анна');
    const url = await newDraft(app, anna.page);
    await openDraft(anna.page, url);
    const boris = await writer('Борис');
    await openDraft(boris.page, url);
    const restarted = app.restart('SIGKILL');
    await anna.page.waitForSelector('[data-save-state="offline"]', { timeout: 20_000 });
    await commentOn(anna.page, 'Здравствуйте', 'Без связи');
    await commentOn(boris.page, 'Ваше письмо', 'Тоже без связи');
    await restarted;
    await savedOn(anna.page);
    await savedOn(boris.page);
    for (const { page } of [anna, boris]) {
      await page.getByRole('tab', { name: 'Комментарии 2' }).waitFor();
      await expect.poll(() => commented(page).allTextContents()).toEqual(['Здравствуйте', 'Ваше письмо']);
    }
  }, 120_000);

  it('have no accessibility findings in any look', async () => {
    const { page } = await writer('Анна Львова');
    const url = await newDraft(app, page);
    await openDraft(page, url);
    await commentOn(page, 'Здравствуйте', 'Может быть, иначе?');
    await commentOn(page, 'Ваше письмо', 'Какое?');
    expect(await accessibilityFindings(page)).toEqual([]);
    await selectWords(page, 'Нам важно');
    await page.keyboard.press('Control+Alt+KeyM');
    await page.getByRole('textbox', { name: 'Комментарий', exact: true }).waitFor();
    expect(await findingsOfEveryLook(page)).toEqual([]);
  });
});
