import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { findingsOfEveryLook } from './support/accessibility.ts';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';
import { letterOf, openDraft, savedOn } from './support/desk.ts';

let app: App;
let browser: Browser;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
// Accounts are made once for a data folder: each try needs one of its own.
beforeEach(async () => {
  app = await startApp();
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  await app.stop();
});

async function opened(width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'ru-RU' });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** Adds somebody on the page of people, as an administrator does; gives the one-time link. */
async function add(page: Page, name: string, email: string, role: string): Promise<string> {
  await page.goto(`${app.url}/people`);
  await page.getByLabel('Имя и фамилия').fill(name);
  await page.getByLabel('Электронная почта').fill(email);
  await page.getByRole('checkbox', { name: role }).check();
  await page.getByRole('button', { name: 'Добавить' }).press('Enter');
  const link = (await page.locator('.one-time').textContent())?.trim() ?? '';
  return link.startsWith('/') ? app.url + link : link;
}

async function setPassword(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Пароль').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

it('KB-1: from nobody at all to people with roles, and to one who is cut off in the middle of a letter', async () => {
  // Without accounts there is one person at this computer, who begins with himself.
  const admin = await opened();
  const first = await add(admin, 'Анна Орлова', 'orlova@example.org', 'Администратор');
  await admin.goto(`${app.url}/coverage`);
  expect(new URL(admin.url()).pathname).toBe('/sign-in');
  expect(await findingsOfEveryLook(admin)).toEqual([]);
  await setPassword(admin, first, 'четыре слова подряд просто');
  await admin.goto(first);
  await admin.getByRole('heading', { name: 'Ссылка не действует' }).waitFor();

  const asWriter = await add(admin, 'Пётр Иванов', 'ivanov@example.org', 'Автор писем');
  const asReader = await add(admin, 'Вера Ким', 'kim@example.org', 'Читатель');
  await admin.goto(`${app.url}/people`);
  expect(await findingsOfEveryLook(admin)).toEqual([]);
  await admin.setViewportSize({ width: 1280, height: 800 });

  // A writer on a telephone: a wrong password is said plainly, the right one leads where he wanted to go.
  const writer = await opened(360);
  await setPassword(writer, asWriter, 'ещё четыре слова подряд');
  await writer.goto(`${app.url}/account`);
  expect(await findingsOfEveryLook(writer)).toEqual([]);
  await writer.setViewportSize({ width: 360, height: 800 });
  await writer.getByRole('main').getByRole('button', { name: 'Выйти' }).press('Enter');
  await writer.goto(`${app.url}/drafts`);
  await writer.getByLabel('Электронная почта').fill('ivanov@example.org');
  await writer.getByLabel('Пароль').fill('не тот пароль совсем');
  await writer.keyboard.press('Enter');
  await writer.getByText('Войти не получилось').waitFor();
  await writer.getByLabel('Пароль').fill('ещё четыре слова подряд');
  await writer.keyboard.press('Enter');
  await writer.waitForURL(`${app.url}/drafts`);

  const made = await writer.request.post(`${app.url}/api/drafts`, {
    data: { template: 'first-reply-general', urgent: false, received: '2026-11-20T17:00', values: {} },
    headers: { Origin: app.url },
  });
  const { url } = (await made.json()) as { url: string };
  await openDraft(writer, app.url + url);
  await letterOf(writer).focus();
  await writer.keyboard.type('Одно слово. ');
  await savedOn(writer);

  // A reader sees no letters, and is told so.
  const reader = await opened();
  await setPassword(reader, asReader, 'и снова четыре слова');
  await reader.goto(app.url + url);
  await reader.getByRole('heading', { name: 'Нет доступа' }).waitFor();
  expect(await findingsOfEveryLook(reader)).toEqual([]);
  await reader.setViewportSize({ width: 1280, height: 800 });
  await reader.goto(`${app.url}/functions`);
  await expect.poll(() => reader.getByRole('link', { name: 'Черновики' }).count()).toBe(0);
  // An administrator keeps people, not letters.
  expect((await admin.request.get(app.url + url)).status()).toBe(403);

  // The administrator closes the writer's account: within five seconds the letter is no longer his.
  await admin.goto(`${app.url}/people`);
  await admin.getByRole('link', { name: 'Пётр Иванов' }).click();
  await admin.getByRole('button', { name: 'Закрыть учётную запись' }).click();
  const closed = performance.now();
  await writer.waitForSelector('[data-save-state="revoked"]');
  expect(performance.now() - closed).toBeLessThan(5_000);
  await writer.goto(`${app.url}/drafts`);
  expect(new URL(writer.url()).pathname).toBe('/sign-in');
  await writer.getByLabel('Электронная почта').fill('ivanov@example.org');
  await writer.getByLabel('Пароль').fill('ещё четыре слова подряд');
  await writer.keyboard.press('Enter');
  await writer.getByText('Войти не получилось').waitFor();

  // All of it is in the log, without a word of the letter.
  await admin.goto(`${app.url}/audit`);
  const told = (await admin.getByRole('main').textContent()) ?? '';
  expect(told).toContain('Пётр Иванов: учётная запись закрыта');
  expect(told).toContain('Чтение писем, /drafts/:id');
  expect(told).not.toContain('Одно слово');
  expect(await findingsOfEveryLook(admin)).toEqual([]);
}, 120_000);
