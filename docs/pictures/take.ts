// Takes the pictures of the README and the guides: starts Ponyatno on a data folder of its own and walks the path of its
// users, so that every picture shows the product as it is. Run it with `npm run pictures`.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type App, startApp } from '../../e2e/support/app.ts';
import { launchBrowser } from '../../e2e/support/chromium.ts';

/** A README is read over slow lines too. */
const largestPicture = 200_000;

/** What the writer knows before the letter is begun; the dates fit one another. */
const known: Readonly<Record<string, string>> = {
  'Имя и отчество клиента': 'Анна Петровна',
  'Когда письмо поступило': '2026-11-20',
  'Когда письмо зарегистрировано': '2026-11-20',
  'Регистрационный номер письма': '102-41',
  'О чём письмо': 'записи на личный приём',
  'До какого дня придёт ответ': '2026-12-18',
  'Прямой телефон исполнителя': '8 (383) 228-67-88',
  'Кто готовит ответ': 'Ирина Сергеевна Павлова',
  'Должность исполнителя': 'консультант',
};

/** Search on the home page: the answer to read aloud comes while one types. */
async function askTheCallersQuestion(page: Page, { url }: App): Promise<void> {
  await page.goto(url);
  await page.locator('search input[role="combobox"]').pressSequentially('сколько ждать ответа');
  await page.waitForURL(/\?q=/);
  await page.locator('.found:not(.stale) .spoken-answer').waitFor();
}

/** The page of the question, from the answers. */
async function openTheAnswer(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await page.locator('.article .spoken').waitFor();
}

/** A first reply, begun from its template, with «посредством» in it. */
async function writeAFirstReply(page: Page, { url }: App): Promise<void> {
  await page.goto(`${url}/drafts`);
  await page.getByRole('link', { name: 'Начать письмо' }).click();
  await page.getByLabel('Нет', { exact: true }).check();
  await page.waitForURL(/urgent=no/);
  await page.getByRole('link', { name: 'Первичный ответ', exact: true }).click();
  await page.getByLabel('Поступило', { exact: true }).fill('2026-11-20T17:00');
  for (const [label, value] of Object.entries(known))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel('Куда придёт ответ').selectOption('на Вашу электронную почту');
  await page.getByRole('button', { name: 'Создать черновик' }).click();

  const paragraph = page.locator('.ProseMirror > p', { hasText: 'Я отвечу Вам' });
  // At its first words: a click on a variable leads to its field instead.
  await paragraph.click({ position: { x: 20, y: 10 } });
  await page.keyboard.press('End');
  await page.keyboard.type(' Записаться на приём можно посредством звонка.');
  const finding = page.locator('.ProseMirror .finding', { hasText: 'посредством' });
  await finding.click();
  await page
    .locator('article', { hasText: 'посредством' })
    .getByRole('button', { name: 'Заменить' })
    .waitFor();
  await page.locator('[data-save-state="saved"]').waitFor();
}

/** Which units owe the check of the month. */
async function lookWhoOwesTheCheck(page: Page, { url }: App): Promise<void> {
  await page.goto(`${url}/refresh`);
  await page.getByRole('table').first().waitFor();
}

const [app, browser] = await Promise.all([startApp(), launchBrowser()]);
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'ru-RU',
  });
  const walk = {
    home: askTheCallersQuestion,
    answer: openTheAnswer,
    draft: writeAFirstReply,
    refresh: lookWhoOwesTheCheck,
  };
  for (const [name, step] of Object.entries(walk)) {
    await step(page, app);
    await page.evaluate(() => document.fonts.ready);
    const path = join(import.meta.dirname, `${name}.png`);
    await page.screenshot({ path, caret: 'hide' });
    const { size } = await stat(path);
    if (size > largestPicture) throw new Error(`${path} takes ${size} bytes, more than ${largestPicture}.`);
    console.log(`${name}.png, ${Math.round(size / 1000)} kB`);
  }
} finally {
  await browser.close();
  await app.stop();
}
