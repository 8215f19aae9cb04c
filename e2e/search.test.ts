import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, findingsOfEveryLook } from './support/accessibility.ts';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(path: string, options: BrowserContextOptions = {}) {
  return openIn(await browser.newContext(options), path);
}

/** A browser that never gets the index, so that the server answers every key. */
async function openWithoutIndex(path: string) {
  const context = await browser.newContext();
  await context.route('**/api/search/index**', (route) => route.abort());
  return openIn(context, path);
}

async function openIn(context: BrowserContext, path: string) {
  const page = await context.newPage();
  await page.goto(app.url + path);
  return { context, page };
}

const plainly = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ');
const spoken = async (page: Page) => plainly(await page.locator('.spoken-answer').textContent());
const chosen = (page: Page) => page.getAttribute('search input', 'aria-activedescendant');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

/** Types on the home page and waits for the answers to this very query. */
async function ask(page: Page, query: string): Promise<void> {
  await page.waitForSelector('search input[role="combobox"]');
  await page.keyboard.press('/');
  await page.keyboard.type(query);
  await page.waitForSelector('.found:not(.stale)');
}

/** Waits until the browser has the index and has kept it. */
async function indexIsHere(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(
          async () => (await (await caches.open('ponyatno-search')).match('/api/search/index')) !== undefined,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
  // Kept is said a moment before open.
  await page.waitForTimeout(300);
}

describe('search on the home page', () => {
  it('answers «сколько ждать ответа» while typing, the answer to read aloud first', async () => {
    const { context, page } = await open('/');
    await ask(page, 'сколько ждать ответа');
    expect(await spoken(page)).toMatch(/дней/);
    const sizes = await page.$$eval('.hit .title, .hit .excerpt, .spoken-answer', (elements) =>
      elements.map((element) => ({
        aloud: element.className === 'spoken-answer',
        size: Number.parseFloat(getComputedStyle(element).fontSize),
      })),
    );
    const largest = sizes.toSorted((a, b) => b.size - a.size)[0];
    expect(largest?.aloud).toBe(true);
    expect(await page.locator('.hit mark').count()).toBeGreaterThan(0);
    await context.close();
  });

  it('understands the other keyboard layout and says so', async () => {
    const { context, page } = await open('/');
    await ask(page, 'jndtn yf j,hfotybt');
    expect(plainly(await page.textContent('.shown-for'))).toContain(
      'Показаны результаты для «ответ на обращение»',
    );
    expect(await page.locator('.hit').count()).toBeGreaterThan(0);
    await context.close();
  });

  it('works by keyboard alone: the box, the list, the way back, the answer', async () => {
    const { context, page } = await open('/');
    await ask(page, 'как отменить запись');
    const id = await focused(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = page.locator('[role="option"]').nth(1);
    expect(await chosen(page)).toBe(await second.getAttribute('id'));
    expect(await second.getAttribute('aria-selected')).toBe('true');
    expect(await focused(page)).toBe(id);
    await page.keyboard.press('Escape');
    expect(await chosen(page)).toBeNull();
    await page.keyboard.press('ArrowDown');
    const address = await page.locator('[role="option"]').first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === address);
    await context.close();
  });

  it('opens the first answer by Enter when none is chosen', async () => {
    const { context, page } = await open('/');
    await ask(page, 'как отменить запись');
    const address = await page.locator('[role="option"]').first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === address);
    await context.close();
  });

  it('keeps the query in the address: it can be shared, and the way back leads to the same answers', async () => {
    const { context, page } = await open('/');
    await ask(page, 'как отменить запись');
    await page.waitForURL((url) => url.searchParams.get('q') === 'как отменить запись');
    const before = await spoken(page);
    await page.locator('.hit').first().click();
    await page.waitForSelector('.article');
    await page.goBack();
    await page.waitForSelector('search input[role="combobox"]');
    expect(await page.inputValue('search input')).toBe('как отменить запись');
    expect(await spoken(page)).toBe(before);
    await context.close();
    const shared = await open(`/?q=${encodeURIComponent('как отменить запись')}`);
    expect(await spoken(shared.page)).toBe(before);
    await shared.context.close();
  });

  it('leads back from the query to the empty page', async () => {
    const { context, page } = await open('/');
    await ask(page, 'срок ответа');
    await page.waitForURL((url) => url.searchParams.has('q'));
    await page.goBack();
    await page.waitForSelector('#frequent');
    expect(await page.inputValue('search input')).toBe('');
    expect(await page.locator('#frequent').isVisible()).toBe(true);
    expect(await page.locator('.found').count()).toBe(0);
    await context.close();
  });

  it('clears the box by Esc and shows the page without a query again', async () => {
    const { context, page } = await open('/');
    await ask(page, 'срок ответа');
    expect(await page.locator('#frequent').isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    expect(await page.inputValue('search input')).toBe('');
    await page.locator('#frequent').waitFor();
    await context.close();
  });

  it.each([
    ['Ctrl C when nothing is selected', (page: Page) => page.keyboard.press('Control+c')],
    ['the button', (page: Page) => page.getByRole('button', { name: 'Скопировать' }).click()],
  ])('copies the answer by %s', async (_, copy) => {
    const { context, page } = await open('/', { permissions: ['clipboard-write'] });
    await ask(page, 'как отменить запись');
    const answer = await spoken(page);
    await copy(page);
    await page.getByRole('button', { name: 'Скопировано' }).waitFor();
    await page.fill('search input', '');
    await page.focus('search input');
    await page.keyboard.press('Control+v');
    expect(await page.inputValue('search input')).toBe(answer);
    await context.close();
  });

  it('says how many answers there are to a screen reader', async () => {
    const { context, page } = await open('/');
    await ask(page, 'как отменить запись');
    await expect.poll(() => page.locator('[role="status"]').textContent()).toMatch(/^Найден[о]? \d+ ответ/);
    await context.close();
  });

  it('has nothing that axe finds with answers on the screen, in light, dark and on a telephone', async () => {
    const { context, page } = await open('/');
    await ask(page, 'как отменить запись');
    await page.keyboard.press('ArrowDown');
    expect(await findingsOfEveryLook(page)).toEqual([]);
    await context.close();
  });
});

describe('finding one’s way among the answers', () => {
  it('keeps to a kind of pages with counts, by keyboard, and lets go again', async () => {
    const { context, page } = await open('/');
    await ask(page, 'обращение');
    await page.locator('.facets summary').focus();
    await page.keyboard.press('Enter');
    const chip = page.getByRole('group', { name: 'Вид' }).getByRole('button', { name: /Шаблоны ответов/ });
    await chip.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.hit .head .tag:last-child').allTextContents())
      .toSatisfy((tags: string[]) => tags.length > 0 && tags.every((tag) => tag === 'Шаблон'));
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    expect(await accessibilityFindings(page)).toEqual([]);
    await chip.click();
    await expect.poll(() => page.locator('.facets button[aria-pressed="true"]').count()).toBe(0);
    await context.close();
  });

  it('remembers the last questions in this browser only, and forgets them on demand', async () => {
    const { context, page } = await open('/');
    await ask(page, 'как отменить запись');
    await page.locator('.hit').first().click();
    await page.waitForSelector('.article');
    await page.goto(`${app.url}/`);
    const recent = page.getByRole('region', { name: 'Недавние вопросы' });
    await recent.getByRole('button', { name: 'как отменить запись' }).click();
    await page.waitForSelector('.hit');
    await page.fill('search input', '');
    await recent.getByRole('button', { name: 'Очистить' }).click();
    expect(await recent.count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem('recent-questions'))).toBeNull();
    await context.close();
  });

  it('goes to the ends of the box by Home and End, and gives up the choice', async () => {
    const { context, page } = await open('/');
    await ask(page, 'как отменить запись');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await expect.poll(() => chosen(page)).toBeNull();
    expect(await page.$eval('search input', (box: HTMLInputElement) => box.selectionStart)).toBe(0);
    await context.close();
  });

  it('KB-7, RF-3: files a question without an answer by one key, without the phone in it', async () => {
    const { context, page } = await open('/');
    await ask(page, 'вывоз мусора 8 913 123-45-67');
    await page.locator('.found a').first().focus();
    await page.keyboard.press('F2');
    await page.locator('.filed').waitFor();
    expect(plainly(await page.locator('.filed').textContent())).toContain('«вывоз мусора [номер]»');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.goto(`${app.url}/refresh`);
    expect(await page.getByText('вывоз мусора [номер]').count()).toBe(1);
    await context.close();
  });

  it('RF-3: says that a question was not filed without a connection', async () => {
    const { context, page } = await open('/');
    await ask(page, 'вывоз мусора');
    await page.route('**/api/gaps', (route) => route.abort());
    await page.keyboard.press('F2');
    await page.getByText('вопрос не передан').first().waitFor();
    await context.close();
  });

  it('RF-3: files a question without script', async () => {
    const { context, page } = await open(`/?q=${encodeURIComponent('вывоз снега')}`, {
      javaScriptEnabled: false,
    });
    await page.getByRole('button', { name: 'Нет ответа' }).click();
    await page.waitForURL((url) => url.searchParams.get('filed') === '1');
    expect(plainly(await page.textContent('.note.good'))).toContain('Вопрос передан');
    await context.close();
  });
});

describe('states of the search', () => {
  it('says that nothing was found, with ways on', async () => {
    const { context, page } = await open('/');
    await ask(page, 'абвгдеёжзик');
    expect(plainly(await page.textContent('.nothing'))).toContain('ничего не нашлось');
    await expect.poll(() => page.locator('[role="status"]').textContent()).toBe('Ничего не нашлось');
    expect(await accessibilityFindings(page)).toEqual([]);
    await context.close();
  });

  it('says that the connection is lost, keeps the answers, and goes on by itself when it is back', async () => {
    const { context, page } = await openWithoutIndex('/');
    await ask(page, 'срок');
    await context.setOffline(true);
    await page.keyboard.type(' ответа');
    await page.getByRole('alert').waitFor();
    expect(await page.textContent('[role="alert"]')).toContain('Нет связи с сервером');
    expect(await page.locator('.hit').count()).toBeGreaterThan(0);
    await context.setOffline(false);
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.waitForSelector('.found:not(.stale)');
    await context.close();
  });

  it('KB-2: answers every key by itself, also without a connection, and says of which day', async () => {
    const { context, page } = await open('/');
    await indexIsHere(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await ask(page, 'срок ответа');
    const online = await spoken(page);
    expect(asked).not.toContain('/api/search');
    expect(await page.getByText('по данным от').count()).toBe(0);
    await context.setOffline(true);
    await page.keyboard.press('Escape');
    await page.keyboard.type('срок ответа');
    await page.getByText('Нет связи с сервером. Ответы по данным от').waitFor();
    expect(await spoken(page)).toBe(online);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.keyboard.type(' на жалобу');
    await page.waitForSelector('.found:not(.stale) .hit');
    expect(await accessibilityFindings(page)).toEqual([]);
    await context.close();
  });

  it('KB-2: keeps the index: a page that is opened later does not fetch it again', async () => {
    const { context, page } = await open('/');
    await indexIsHere(page);
    const again = await openIn(context, '/functions');
    const asked: string[] = [];
    context.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await again.page.focus('search input');
    await ask(again.page, 'срок ответа');
    await again.page.waitForTimeout(1000);
    expect(asked.filter((path) => path.startsWith('/api/search/index/'))).toEqual([]);
    await context.close();
  });

  it('says that the search did not answer, and asks again on the button', async () => {
    const { context, page } = await openWithoutIndex('/');
    await page.route('**/api/search?**', (route) => route.fulfill({ status: 503, body: '{}' }));
    await ask(page, 'срок ответа');
    expect(await page.textContent('[role="alert"]')).toContain('Поиск не ответил');
    await page.unroute('**/api/search?**');
    await page.getByRole('button', { name: 'Повторить' }).click();
    await page.waitForSelector('.hit');
    expect(await page.getByRole('alert').count()).toBe(0);
    await context.close();
  });

  it('shows the answers of the last query, however late those of an earlier one come', async () => {
    const { context, page } = await openWithoutIndex('/');
    await page.route(`**/api/search?q=${encodeURIComponent('как')}&**`, async (route) => {
      await new Promise((done) => setTimeout(done, 600));
      await route.continue().catch(() => undefined);
    });
    await ask(page, 'как отменить запись');
    const before = await spoken(page);
    await page.waitForTimeout(800);
    expect(await spoken(page)).toBe(before);
    await context.close();
  });
});

describe('search from a page', () => {
  it('opens by the key / in either layout, answers in a panel, and closes by Esc', async () => {
    const { context, page } = await open('/functions');
    await page.locator('body').dispatchEvent('keydown', { key: '.', code: 'Slash', bubbles: true });
    expect(await focused(page)).toBe('search');
    await page.waitForSelector('search input[role="combobox"]');
    await ask(page, 'как отменить запись');
    expect(await page.inputValue('search input')).toBe('как отменить запись');
    expect(await spoken(page)).not.toBe('');
    expect(await page.getAttribute('search input', 'aria-expanded')).toBe('true');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.found').count()).toBe(0);
    expect(await page.getAttribute('search input', 'aria-expanded')).toBe('false');
    expect(await focused(page)).toBe('search');
    await context.close();
  });

  it('leads from the panel to all answers', async () => {
    const { context, page } = await open('/functions');
    await page.focus('search input');
    await ask(page, 'как отменить запись');
    await page.getByRole('link', { name: 'Все ответы' }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === 'как отменить запись');
    expect(await page.locator('.hit').count()).toBeGreaterThan(5);
    await context.close();
  });

  it('loses no letter typed before the search is loaded', async () => {
    const { context, page } = await open('/functions');
    await page.keyboard.press('/');
    await page.keyboard.type('как отменить запись');
    await page.waitForSelector('.hit');
    expect(await page.inputValue('search input')).toBe('как отменить запись');
    await context.close();
  });
});

describe('search without script', () => {
  it('answers by the address, from the home page and from any other', async () => {
    const { context, page } = await open('/functions', { javaScriptEnabled: false });
    await page.fill('search input', 'сколько ждать ответа');
    await page.keyboard.press('Enter');
    await page.waitForURL(
      (url) => url.pathname === '/' && url.searchParams.get('q') === 'сколько ждать ответа',
    );
    expect(await spoken(page)).toMatch(/дней/);
    const links = page.locator('.hit');
    expect(await links.count()).toBeGreaterThan(3);
    expect(await links.first().getAttribute('role')).toBeNull();
    await page.fill('search input', 'абвгдеёжзик');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.nothing');
    await context.close();
  });
});
