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

/** Puts into the browser what a desk without connection leaves there. */
async function keepUnsent(page: Page): Promise<void> {
  await page.evaluate(async () => {
    localStorage.setItem('ponyatno.unsent:draft.x.1@y', '1');
    await caches.open('call-x');
    await new Promise((done) => {
      indexedDB.open('draft.x.1@y').onsuccess = (event) => {
        const request = event.target;
        if (request instanceof IDBRequest) request.result.close();
        done(undefined);
      };
    });
  });
}

/** What the browser holds of the staff's. */
function heldBy(page: Page) {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    stores: await caches.keys(),
    keys: Object.keys(localStorage).filter((key) => key.startsWith('ponyatno.unsent')).length,
  }));
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
  // What is not sent is told of before it goes; staying loses nothing, and afterwards the browser holds nothing of the staff's.
  const signOut = writer.getByRole('main').getByRole('button', { name: 'Выйти' });
  await keepUnsent(writer);
  // The page waits for the answer, and the key for the page.
  const asked = writer.waitForEvent('dialog').then(async (dialog) => {
    await dialog.dismiss();
    return dialog.message().replaceAll('\u00a0', ' ');
  });
  await signOut.press('Enter');
  expect(await asked).toContain('неотправленный текст: 1 письмо.');
  expect(await heldBy(writer)).toEqual({ databases: ['draft.x.1@y'], stores: ['call-x'], keys: 1 });
  writer.once('dialog', (dialog) => dialog.accept());
  await signOut.press('Enter');
  await writer.waitForURL((address) => address.pathname === '/sign-in');
  await expect.poll(() => heldBy(writer)).toEqual({ databases: [], stores: [], keys: 0 });
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
  const copies = async () => (await heldBy(writer)).databases.map((name) => name?.replace(/.*@/, '…@'));
  expect(await copies()).toEqual([expect.stringMatching(/^…@.{10,}$/)]);
  await writer.goto(`${app.url}/drafts`);
  expect(new URL(writer.url()).pathname).toBe('/sign-in');
  await expect.poll(copies).toEqual([]);
  // Words that the server has not wait for him, and he is told.
  await keepUnsent(writer);
  await writer.reload();
  await writer.getByText('остался неотправленный текст').waitFor();
  expect((await heldBy(writer)).databases).toEqual(['draft.x.1@y']);
  expect(await findingsOfEveryLook(writer)).toEqual([]);
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
