import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';
import { caretBehind, letterOf as letter, newDraft, openDraft } from './support/desk.ts';

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

it('LN-1: the desk marks a misspelt word and puts the right one in its place, with files of our own server only', async () => {
  const page = await (await browser.newContext({ locale: 'ru-RU' })).newPage();
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await openDraft(page, await newDraft(app, page));
  // Not by a click: where it meets the value of a variable, what is typed becomes part of the value.
  await caretBehind(page, 'Это займёт минуту.');
  await page.keyboard.type(' Ваше обрашение расмотрят.');

  const mark = letter(page).locator('.finding', { hasText: 'обрашение' }).first();
  await mark.waitFor({ timeout: 30_000 });
  await mark.click();
  const card = page.locator('article', { hasText: 'обрашение' });
  await card.getByRole('button', { name: 'Заменить' }).first().click();
  await expect.poll(() => letter(page).textContent()).toContain('Ваше обращение расмотрят.');

  const other = letter(page).locator('.finding', { hasText: 'расмотрят' }).first();
  await other.click();
  const kept = page.locator('article', { hasText: 'расмотрят' });
  await kept.getByRole('button', { name: 'Оставить' }).click();
  await kept.getByRole('button', { name: 'Это точное название' }).click();
  await expect.poll(() => letter(page).locator('.finding', { hasText: 'расмотрят' }).count()).toBe(0);

  expect([...hosts]).toEqual([new URL(app.url).host]);
  expect(refused).toEqual([]);
});

it('keeps the files of the spelling dictionary for ever, under a name with their digest', async () => {
  const { spelling } = (await (await fetch(`${app.url}/api/language`)).json()) as {
    spelling: Record<string, string>;
  };
  for (const path of Object.values(spelling)) {
    expect(path).toMatch(/^\/api\/spelling\/[a-z]+\?v=[0-9a-f]{12}$/);
    const response = await fetch(app.url + path, { headers: { 'Accept-Encoding': 'br' } });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(50_000);
  }
});
