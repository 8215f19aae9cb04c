import { resolve } from 'node:path';
import { ruleSummaries, rules, ruleTitles } from '@ponyatno/lint-rules';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Content, type PageKind, readContent } from '#knowledge';
import { accessibilityFindings, colourFindings } from './support/accessibility.ts';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';

let app: App;
let browser: Browser;
let content: Content;

beforeAll(async () => {
  [app, browser, { content }] = await Promise.all([
    startApp(),
    launchBrowser(),
    readContent(resolve(import.meta.dirname, '../content')),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Opens a page of the site in a window of its own; `complaints` gathers what the browser says is wrong. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const response = await page.goto(app.url + path);
  return { context, page, complaints, status: response?.status() };
}

/** The page of this kind with the longest text: it has the most to go wrong. */
function longest(kind: PageKind): string {
  const [page] = content.pagesOf(kind).toSorted((a, b) => b.body.length - a.body.length);
  if (!page) throw new Error(`The content has no page of the kind «${kind}».`);
  return page.url;
}

const kinds: readonly PageKind[] = [
  'function',
  'regulation',
  'job',
  'case',
  'faq',
  'template',
  'script',
  'contact',
];
const isKind = (name: string): name is PageKind => kinds.some((kind) => kind === name);
const lists = [
  '/',
  '/functions',
  '/templates',
  '/scripts',
  '/contacts',
  '/acts',
  '/glossary',
  '/coverage',
  '/rules',
  '/rules/passive',
  '/rules/sentence-length',
  '/refresh',
  '/nowhere',
];

const fontSize = (page: Page, selector: string) =>
  page.$eval(selector, (element) => Number.parseFloat(getComputedStyle(element).fontSize));

describe('every page', () => {
  it.each([...lists, ...kinds])(
    '%s has nothing that axe finds, fits every screen, breaks no policy',
    async (one) => {
      const path = isKind(one) ? longest(one) : one;
      const { context, page, complaints } = await open(path, { reducedMotion: 'reduce' });
      // A page that is not there is an error of the network for the browser.
      if (path !== '/nowhere') expect(complaints).toEqual([]);
      expect(await accessibilityFindings(page), 'light').toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await colourFindings(page), 'dark').toEqual([]);
      for (const width of [1920, 820, 512, 360, 320]) {
        await page.setViewportSize({ width, height: 740 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${width} px wide`).toBe(0);
        if (width === 360) expect(await accessibilityFindings(page), 'dark, on a telephone').toEqual([]);
      }
      await context.close();
    },
  );

  it('leads the keyboard past the header first', async () => {
    const { context, page } = await open(longest('faq'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('К содержанию');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await context.close();
  });

  it('remembers the chosen theme, and follows the system again when it is the same', async () => {
    const { context, page } = await open('/functions', { colorScheme: 'light' });
    const ground = () => page.$eval('body', (body) => getComputedStyle(body).backgroundColor);
    const light = await ground();
    await page.click('[data-theme-switch]');
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await ground()).toBe(dark);
    await page.click('[data-theme-switch]');
    expect(await ground()).toBe(light);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await ground()).toBe(dark);
    await context.close();
  });

  it('opens the menu on a telephone without any script', async () => {
    const { context, page } = await open('/functions', {
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: false,
    });
    const link = page.getByRole('link', { name: 'Шаблоны', exact: true });
    expect(await link.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Меню' }).click();
    await link.click();
    expect(new URL(page.url()).pathname).toBe('/templates');
    await context.close();
  });

  it('says when there is no such page, with a way on', async () => {
    const { context, page, status } = await open('/faq/no/such-page');
    expect(status).toBe(404);
    expect(await page.textContent('h1')).toBe('Такой страницы нет');
    expect(await page.getByRole('link', { name: 'На главную', exact: true }).isVisible()).toBe(true);
    await context.close();
  });
});

describe('reading pages', () => {
  it('KB-7: a question shows the answer to read aloud first and in the largest text but the title', async () => {
    const question = content.pagesOf('faq')[0];
    const { context, page } = await open(question?.url ?? '');
    const spoken = await page.textContent('.spoken');
    expect(spoken?.replaceAll('\u00a0', ' ')).toBe(question?.data.spoken);
    const size = await fontSize(page, '.spoken');
    const others = await page.$$eval('.prose p, .facts dd, .prose h2', (elements) =>
      elements.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    );
    expect(others.length).toBeGreaterThan(3);
    expect(Math.max(...others)).toBeLessThan(size);
    const [top, text] = await Promise.all(
      ['.spoken', '.prose'].map((selector) =>
        page.$eval(selector, (element) => element.getBoundingClientRect().top),
      ),
    );
    expect(top).toBeLessThan(text ?? 0);
    await context.close();
  });

  it('KB-3, KB-4: a function names its unit and shows its six materials with how many there are', async () => {
    const { context, page } = await open('/functions/messages');
    const owner = content.page('messages');
    const unit = content.unit(owner?.unit ?? '');
    expect((await page.textContent('.facts'))?.replaceAll('\u00a0', ' ')).toContain(unit?.name);
    const cells = await page.$$eval('.materials b', (numbers) => numbers.map((number) => number.textContent));
    expect(cells).toHaveLength(6);
    expect(cells[2]).toBe(String(content.pagesOf('faq').filter((faq) => faq.function === 'messages').length));
    await context.close();
  });

  it('WR-6: a template shows what the letter must have, each part with its clause', async () => {
    const template = content.pagesOf('template').find(({ data }) => data.letter === 'first-reply');
    const { context, page } = await open(template?.url ?? '');
    const parts = (await page.textContent('section[aria-labelledby="parts-title"]'))?.replaceAll(
      '\u00a0',
      ' ',
    );
    for (const { clause } of content.agency.letters['first-reply']?.parts ?? [])
      expect(parts).toContain(clause);
    expect(await page.getByRole('link', { name: 'Написать по шаблону' }).first().getAttribute('href')).toBe(
      `/drafts/new?template=${template?.id}`,
    );
    expect(await page.locator('.sheet .variable').count()).toBeGreaterThan(3);
    await context.close();
  });

  it('CL-13: a script can be read as a list, and every way on leads to a step or a script', async () => {
    const script = content.pagesOf('script').find(({ data }) => data.steps.some(({ branches }) => branches));
    const { context, page } = await open(script?.url ?? '');
    expect(await page.locator('.step').count()).toBe(script?.data.steps.length);
    const targets = await page.$$eval('.ways a', (links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    );
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets)
      if (target.startsWith('#')) expect(await page.locator(`[id="${target.slice(1)}"]`).count()).toBe(1);
      else expect(content.pageAt(target)?.kind).toBe('script');
    await context.close();
  });

  it('LN-4: a term explains itself on focus, and Esc hides the explanation', async () => {
    const withTerm = content.pages.find(({ components }) => components.some(({ name }) => name === 'Term'));
    const { context, page } = await open(withTerm?.url ?? '');
    const term = page.locator('.term').first();
    const explanation = term.getByRole('tooltip', { includeHidden: true });
    expect(await explanation.isVisible()).toBe(false);
    await term.locator('a').focus();
    expect(await explanation.isVisible()).toBe(true);
    expect(await term.locator('a').getAttribute('aria-describedby')).toBe(
      await explanation.getAttribute('id'),
    );
    await page.keyboard.press('Escape');
    expect(await explanation.isVisible()).toBe(false);
    await context.close();
  });

  it('shows a fact that nobody has given as missing, with the reason', async () => {
    const { context, page } = await open('/functions/personal-reception');
    const missing = (await page.locator('.prose .missing').first().textContent())?.replaceAll('\u00a0', ' ');
    expect(missing).toMatch(/^не указано: \S/);
    await context.close();
  });

  it('prints as a document: no navigation, the address and the day at the end', async () => {
    const { context, page } = await open(longest('faq'));
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    for (const selector of ['.header', '.side', '.footer', '.actions'])
      expect(await page.locator(selector).isVisible(), selector).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
    const last = await page.locator('.printed').innerText();
    expect(last).toContain(new URL(page.url()).pathname);
    expect(last).toContain(String(new Date().getFullYear()));
    await context.close();
  });

  it('copies the answer to read aloud as it is written', async () => {
    const question = content.pagesOf('faq')[0];
    const { context, page } = await open(question?.url ?? '', { permissions: ['clipboard-write'] });
    await page.getByRole('button', { name: 'Скопировать ответ' }).click();
    await page.getByRole('button', { name: 'Скопировано' }).waitFor();
    await page.focus('search input');
    await page.keyboard.press('Control+v');
    expect(await page.inputValue('search input')).toBe(question?.data.spoken);
    await context.close();
  });

  it('carry no framework until the search box gets the focus, and little script at all', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const scripts = new Map<string, number>();
    let bytes = 0;
    page.on('response', async (response) => {
      const body = await response.body().catch(() => Buffer.alloc(0));
      bytes += body.length;
      if (response.request().resourceType() === 'script') scripts.set(response.url(), body.length);
    });
    await page.goto(app.url + longest('faq'), { waitUntil: 'networkidle' });
    const before = [...scripts.values()].reduce((sum, size) => sum + size, 0);
    expect(scripts.size).toBeGreaterThan(0);
    expect(before).toBeLessThan(10_000);
    expect(bytes).toBeLessThan(250_000);
    await page.focus('search input');
    await page.waitForSelector('search input[role="combobox"]');
    expect([...scripts.values()].reduce((sum, size) => sum + size, 0)).toBeGreaterThan(before + 10_000);
    await context.close();
  });
});

describe('the pages of the rules', () => {
  it('LN-10: a rule says what it finds, shows its own examples, and cites the agency’s clause', async () => {
    const { context, page } = await open('/rules/passive');
    const text = async (selector: string) =>
      (await page.locator(selector).allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
    expect(await text('h1')).toBe(ruleTitles.passive);
    expect(await text('.lead')).toBe(ruleSummaries.passive);
    const bad = rules.find(({ id }) => id === 'passive')?.examples.bad ?? [];
    const shown = await text('.pairs .bad');
    for (const example of bad) expect(shown).toContain(example.text);
    expect(await text('.pairs .good')).toContain('Комиссия приняла решение.');
    expect(await text('.facts')).toContain(content.agency.language?.clarity);
    expect(await text('#ignore + p + pre')).toContain('ponyatno ignore passive until');
    await context.close();
  });

  it('the list leads to the page of every rule', async () => {
    const { context, page } = await open('/rules');
    const links = await page.$$eval('.rule-table a', (all) => all.map((link) => link.getAttribute('href')));
    expect(links.toSorted()).toEqual(rules.map(({ id }) => `/rules/${id}`).toSorted());
    await context.close();
  });

  it('print without navigation, the examples included', async () => {
    const { context, page } = await open('/rules/passive');
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['.header', '.side', '.actions', '.footer'])
      expect(await page.locator(selector).isVisible(), selector).toBe(false);
    expect(await page.locator('.pairs').isVisible()).toBe(true);
    await context.close();
  });
});

describe('the month’s check', () => {
  it('RF-1: shows which units owe the check of this month, until when, and how to record it', async () => {
    const { context, page } = await open('/refresh');
    const rows = await page.locator('table.refresh tbody tr').count();
    expect(rows).toBe(content.units.length);
    const owed = await page.locator('table.refresh .tag.bad').count();
    const answer = await fetch(`${app.url}/api/refresh`);
    const { units } = (await answer.json()) as { units: { state: string }[] };
    expect(owed).toBe(units.filter(({ state }) => state === 'owed').length);
    expect(await page.textContent('main')).toContain('ponyatno refresh record');
    await context.close();
  });

  it('says why when a month cannot be shown', async () => {
    const { context, page } = await open('/refresh?month=1999-01');
    expect(await page.textContent('.note.bad')).toContain('1999-01');
    await context.close();
  });
});
