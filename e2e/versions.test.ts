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

const rows = (page: Page) => page.locator('[data-version]');
const openVersions = (page: Page) => page.getByRole('tab', { name: 'Версии' }).click();

describe('versions', () => {
  it('are kept by hand, compared word by word, and brought back while a colleague writes; nothing is lost', async () => {
    const anna = await writer('Анна');
    const url = await newDraft(app, anna.page);
    await openDraft(anna.page, url);
    const boris = await writer('Борис');
    await openDraft(boris.page, url);
    const { page } = anna;
    const original = await writtenOn(page);

    await openVersions(page);
    await rows(page).filter({ hasText: 'Из шаблона' }).waitFor();
    await page.getByLabel('Название версии').fill('До правки начальника');
    await page.getByRole('button', { name: 'Сохранить версию' }).click();
    await rows(page).filter({ hasText: 'До правки начальника' }).waitFor();

    await selectWords(page, 'Здравствуйте');
    await page.keyboard.type('Добрый день');
    await caretBehind(boris.page, 'Это займёт минуту.');
    await boris.page.keyboard.type(' Спасибо.');
    await savedOn(page);
    await savedOn(boris.page);
    await expect.poll(() => writtenOn(page)).toContain('Спасибо.');
    await page.getByLabel('О чём письмо').fill('сроке ответа');
    await savedOn(page);

    // The comparison is read without colours.
    await rows(page)
      .filter({ hasText: 'До правки начальника' })
      .getByRole('button', { name: /Сравнить/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Сравнение версий' });
    await dialog.getByText('Изменено: 3\u00a0абзаца').waitFor();
    expect(await dialog.locator('del').first().textContent()).toBe('Здравствуйте');
    expect(await dialog.locator('ins').first().textContent()).toBe('Добрый день');
    expect(await dialog.locator('ins').last().textContent()).toContain('Спасибо');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Сравнить');

    // Back to it. Boris keeps his page, and what was there before is a version of its own.
    await rows(page)
      .filter({ hasText: 'До правки начальника' })
      .getByRole('button', { name: /Вернуть/ })
      .click();
    await page.getByRole('button', { name: 'Вернуть эту версию' }).click();
    for (const one of [page, boris.page]) await expect.poll(() => writtenOn(one)).toBe(original);
    await rows(page).filter({ hasText: 'Возвращена версия «До правки начальника»' }).waitFor();
    const before = rows(page).filter({ hasText: 'Перед возвратом версии' });
    expect(await before.textContent()).toMatch(/Меняли: (Анна, Борис|Борис, Анна)/);
    await before.getByRole('button', { name: /Вернуть/ }).click();
    await page.getByRole('button', { name: 'Вернуть эту версию' }).click();
    await expect.poll(() => writtenOn(boris.page)).toContain('Добрый день');
    expect(await writtenOn(boris.page)).toContain('Спасибо.');
    expect(await writtenOn(boris.page)).toContain('сроке ответа');
    await savedOn(boris.page);
    expect([anna, boris].flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 180_000);

  it('are kept when the last one leaves, survive a restart, and comments survive them', async () => {
    const anna = await writer('Анна');
    const url = await newDraft(app, anna.page);
    await openDraft(anna.page, url);
    await selectWords(anna.page, 'Ваше письмо');
    await anna.page.keyboard.press('Control+Alt+KeyM');
    await anna.page.getByRole('textbox', { name: 'Комментарий', exact: true }).fill('Чьё?');
    await anna.page.keyboard.press('Control+Enter');
    await letterOf(anna.page).locator('.commented').waitFor();
    await selectWords(anna.page, 'Здравствуйте');
    await anna.page.keyboard.type('Добрый день');
    await expect.poll(() => writtenOn(anna.page)).toContain('Добрый день');
    await savedOn(anna.page);
    await anna.context.close();
    await app.restart();
    const boris = await writer('Борис');
    await openDraft(boris.page, url);
    await openVersions(boris.page);
    const session = rows(boris.page).filter({ hasText: 'Когда все вышли' });
    await session.waitFor();
    expect(await session.textContent()).toContain('Меняли: Анна');
    const first = rows(boris.page).filter({ hasText: 'Из шаблона' });
    await first.getByRole('button', { name: /Вернуть/ }).click();
    await boris.page.getByRole('button', { name: 'Вернуть эту версию' }).click();
    await expect.poll(() => writtenOn(boris.page)).toContain('Здравствуйте');
    await expect.poll(() => letterOf(boris.page).locator('.commented').textContent()).toBe('Ваше письмо');
  }, 120_000);

  it('of a draft that nobody can reach are asked for in vain, and that is said', async () => {
    const { page } = await writer('Анна');
    const url = await newDraft(app, page);
    await openDraft(page, url);
    await page.route('**/versions', (route) => route.abort());
    await openVersions(page);
    await page.getByRole('alert').filter({ hasText: 'нет связи с сервером' }).waitFor();
  });

  it('who is called in a comment sees it in the list of drafts until it was looked at', async () => {
    const anna = await writer('Анна');
    const boris = await writer('Борис');
    const url = await newDraft(app, anna.page);
    await openDraft(boris.page, url);
    await caretBehind(boris.page, 'Это займёт минуту.');
    await boris.page.keyboard.type(' Да.');
    await savedOn(boris.page);
    await openDraft(anna.page, url);
    await selectWords(anna.page, 'Здравствуйте');
    await anna.page.keyboard.press('Control+Alt+KeyM');
    await anna.page.getByRole('textbox', { name: 'Комментарий', exact: true }).fill('@Борис, верно?');
    await anna.page.keyboard.press('Control+Enter');
    await savedOn(anna.page);
    const row = (page: Page) =>
      page.getByRole('row').filter({ has: page.locator(`a[href="${new URL(url).pathname}"]`) });
    await boris.page.goto(`${app.url}/drafts`);
    await row(boris.page).getByText('Вас зовут: 1\u00a0раз').waitFor();
    expect(await accessibilityFindings(boris.page)).toEqual([]);
    await anna.page.goto(`${app.url}/drafts`);
    expect(await row(anna.page).getByText('Вас зовут').isVisible()).toBe(false);
    await openDraft(boris.page, url);
    await letterOf(boris.page).locator('.commented').click();
    await boris.page.locator('[data-thread-card].active').waitFor();
    await boris.page.goto(`${app.url}/drafts`);
    await row(boris.page).waitFor();
    expect(await row(boris.page).getByText('Вас зовут').isVisible()).toBe(false);
  });

  it('have no accessibility findings in any look', async () => {
    const { page } = await writer('Анна Львова');
    const url = await newDraft(app, page);
    await openDraft(page, url);
    await openVersions(page);
    await rows(page).first().waitFor();
    await selectWords(page, 'Здравствуйте');
    await page.keyboard.type('Добрый день');
    await savedOn(page);
    expect(await accessibilityFindings(page)).toEqual([]);
    await rows(page)
      .first()
      .getByRole('button', { name: /Сравнить/ })
      .click();
    await page.getByText('Изменено: 1').waitFor();
    expect(await findingsOfEveryLook(page)).toEqual([]);
  });
});
