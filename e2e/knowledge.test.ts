import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings } from './support/accessibility.ts';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';
import { caretBehind, newDraft, openDraft, savedOn, writerIn, writtenOn } from './support/desk.ts';

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const id = 'choose-reply-channel';
const title = 'Можно ли выбрать, как получить ответ?';
const spoken = 'Как бы Вы ни обратились, скажите, какой способ связи Вам удобен.';
const changed = 'Да. Напишите, как Вам удобнее получить ответ.';

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('role') ?? '');
const sources = (page: Page) => page.locator('details', { hasText: 'Опора на базу знаний' });
const warning = (page: Page) => sources(page).getByText(/Страница изменилась с/);

/** From now on the page has other words. */
async function changePage(page: Page, digest: string): Promise<void> {
  await page.route('**/api/pages?**', async (route) => {
    const { pages } = await (await route.fetch()).json();
    if (pages[id]) pages[id].digest = digest;
    await route.fulfill({ json: { pages } });
  });
  await page.route(`**/api/pages/${id}`, async (route) => {
    const found = await (await route.fetch()).json();
    const [first, ...others] = found.pieces;
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: changed }] }];
    await route.fulfill({
      json: { ...found, digest, pieces: [{ ...first, text: changed, content }, ...others] },
    });
  });
}

/** Finds the answer from the letter and puts it in, without a mouse. */
async function insertAnswer(page: Page): Promise<void> {
  await caretBehind(page, 'Это займёт минуту.');
  await page.keyboard.press('Control+Alt+k');
  await expect.poll(() => focused(page)).toBe('combobox');
  await page.keyboard.type('выбрать как получить ответ');
  await page.getByRole('option', { name: title }).waitFor({ timeout: 20_000 });
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowDown');
      return page.locator('[role="option"][aria-selected="true"]').textContent();
    })
    .toContain(title);
  await page.getByRole('region', { name: 'Что вставить' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => writtenOn(page)).toContain(spoken);
}

describe('the knowledge base beside the letter', () => {
  it('KB-6: an answer is found and put at the caret by keyboard; the draft keeps the page it came from', async () => {
    const { page, complaints } = await writerIn(browser, 'Ирина');
    const url = await newDraft(app, page);
    await openDraft(page, url);
    await insertAnswer(page);
    expect(await focused(page)).toBe('textbox');
    expect(await writtenOn(page)).toMatch(/Это займёт минуту\. Да\. Как бы Вы ни обратились/);
    await expect.poll(() => sources(page).getByRole('link', { name: title }).count()).toBe(1);
    expect(await accessibilityFindings(page)).toEqual([]);

    await savedOn(page);
    await page.reload();
    await savedOn(page);
    await expect.poll(() => sources(page).getByRole('link', { name: title }).count()).toBe(1);
    await page.waitForTimeout(1_000);
    expect(await warning(page).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('KB-6: warns when the page says something else later; the words are renewed or left, and the draft keeps which', async () => {
    const { page } = await writerIn(browser, 'Ирина');
    await openDraft(page, await newDraft(app, page));
    await insertAnswer(page);
    await savedOn(page);

    await changePage(page, 'later');
    await page.reload();
    await savedOn(page);
    await warning(page).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await sources(page)
      .getByRole('button', { name: /^Обновить/ })
      .click();
    await sources(page).getByText(changed).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => writtenOn(page)).toContain(changed);
    expect(await writtenOn(page)).not.toContain(spoken);
    await expect.poll(() => warning(page).count()).toBe(0);

    await page.unrouteAll();
    await changePage(page, 'later still');
    await page.reload();
    await savedOn(page);
    await warning(page).waitFor();
    await sources(page)
      .getByRole('button', { name: /^Оставить как есть/ })
      .click();
    await sources(page)
      .getByText(/письмо оставлено как есть — Ирина/)
      .waitFor();
    await savedOn(page);
    await page.reload();
    await sources(page)
      .getByText(/письмо оставлено как есть — Ирина/)
      .waitFor();
    expect(await writtenOn(page)).toContain(changed);
  });

  it('KB-6: warns when the template changes that the letter was begun with', async () => {
    const { page } = await writerIn(browser, 'Ирина');
    await openDraft(page, await newDraft(app, page));
    const template = sources(page).getByRole('link', { name: 'Первичный ответ', exact: true });
    await template.waitFor();
    const told = sources(page).getByText('Шаблон изменился с');
    expect(await told.count()).toBe(0);
    await page.route('**/api/pages?**', async (route) => {
      const { pages } = await (await route.fetch()).json();
      pages['first-reply-general'].digest = 'later';
      await route.fulfill({ json: { pages } });
    });
    await page.reload();
    await told.waitFor();
    expect(await template.count()).toBe(1);
    expect(await accessibilityFindings(page)).toEqual([]);
    await sources(page)
      .getByRole('button', { name: /^Оставить как есть/ })
      .click();
    await expect.poll(() => told.count()).toBe(0);
  });

  it('fits a narrow dark screen, and says what to do without connection', async () => {
    const { page, context } = await writerIn(browser, 'Ирина', { width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await openDraft(page, await newDraft(app, page));
    await page.getByRole('tab', { name: 'База знаний' }).click();
    await page.getByLabel('Что ищете').fill('выбрать как получить ответ');
    await page.getByRole('option', { name: title }).click();
    await page.getByRole('region', { name: 'Что вставить' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await accessibilityFindings(page)).toEqual([]);
    await context.setOffline(true);
    await page.getByLabel('Что ищете').fill('срок ответа');
    await page.locator('[role="option"]').first().click();
    await page.getByText('Нет связи: вставить ответ можно, когда она вернётся.').waitFor();
    await context.close();
  });
});
