import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findingsOfEveryLook } from './support/accessibility.ts';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';

let app: App;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ PONYATNO_PUBLIC_SITE: '1' }), launchBrowser()]);
  execFileSync(
    process.execPath,
    [
      resolve(import.meta.dirname, '../cli/ponyatno.js'),
      ...['user', 'add', 'Анна Орлова', '--email', 'orlova@example.org', '--role', 'administrator'],
    ],
    { env: { ...process.env, PONYATNO_DATA: app.dataFolder } },
  );
  // Until then whoever asks is the person at this computer: the server looks every second who was added by another process.
  await vi.waitFor(async () => expect((await fetch(`${app.url}/api/drafts`)).status).toBe(401), {
    timeout: 20_000,
    interval: 200,
  });
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru-RU' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function expectWell(): Promise<void> {
  expect(await findingsOfEveryLook(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
}

it('8: a citizen finds an answer in the browser, says that it helped, and meets nothing of the staff', async () => {
  await page.goto(app.url);
  await page.getByRole('heading', { name: 'Часто спрашивают' }).waitFor();
  await expectWell();
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname));
  expect(
    links.filter((path) => /^\/(?:drafts|call|scripts|templates|refresh|coverage|propose|people)/.test(path)),
  ).toEqual([]);

  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('сколько ждать ответа');
  const answer = page
    .getByRole('main')
    .getByRole('link')
    .filter({ hasText: /срок|ответ/i })
    .first();
  await answer.waitFor();
  await expectWell();
  await page.getByRole('main').locator('a[href^="/faq/"]').first().click();
  await page.waitForURL(/\/faq\//);
  const helped = page.getByRole('button', { name: 'Помог', exact: true });
  await helped.waitFor();
  expect(await page.getByRole('link', { name: 'Предложить правку' }).count()).toBe(0);
  await expectWell();
  await helped.press('Enter');
  await page.getByRole('heading', { name: /Спасибо/ }).waitFor();
  await expectWell();

  await page.goto(`${app.url}/functions`);
  await expectWell();
  for (const closed of ['/drafts', '/call', '/refresh', '/scripts', '/api/drafts']) {
    const said = await context.request.get(app.url + closed, { maxRedirects: 0 });
    expect([closed, said.status()]).toEqual([closed, closed.startsWith('/api') ? 401 : 303]);
  }
  expect(await context.cookies()).toEqual([]);
  expect(complaints).toEqual([]);
});
