import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';
import { type NetworkLine, startLine } from './support/line.ts';
import { type Operator, openCall, plainly } from './support/person.ts';

let app: App;
let line: NetworkLine;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  line = await startLine(app.url);
});
afterAll(async () => {
  await browser?.close();
  await line?.stop();
  await app?.stop();
});
beforeEach(() => {
  line.down = false;
  line.losesAnswers = false;
  line.instead.clear();
});

/** The stores of a browser, each with how many files are in it. */
const stores = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const counts = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).length),
    );
    return Object.fromEntries(names.map((name, index) => [name, counts[index] ?? 0]));
  });
const callStores = async (page: Page) =>
  Object.keys(await stores(page)).filter((name) => name.startsWith('call-'));

/** A browser that has visited the call screen and kept everything. */
async function visited(): Promise<Operator> {
  const operator = await openCall(browser, line.url);
  await operator.page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(async () => (await stores(operator.page))['ponyatno-search'], { timeout: 30_000 })
    .toBe(3);
  await operator.page.reload();
  await operator.page.waitForSelector('.call-grid');
  return operator;
}

/** How many calls the server has counted, by its own report. */
async function callsCounted(): Promise<number> {
  const csv = await (await fetch(`${app.url}/api/calls/report.csv?from=2026-01-01&to=2099-12-31`)).text();
  const [, ...rows] = csv.trim().split('\r\n');
  return rows.reduce((sum, row) => sum + Number(row.split(';')[2]), 0);
}
const sent = () =>
  line.passed.filter(({ method, path }) => method === 'POST' && path === '/api/calls').length;
const waiting = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('ponyatno-call-outbox') ?? '[]').length as number);
const state = async (page: Page) => plainly(await page.locator('.line-state').textContent());

async function endCall({ page }: Operator): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Закрыть звонок' }).click();
}

describe('without the server', () => {
  it('the page, the scripts, the contacts and the search stay, and the page says so', async () => {
    const operator = await visited();
    const { page, step, ask } = operator;
    line.down = true;
    await page.reload();
    await page.waitForSelector('.call-grid');
    await expect.poll(() => state(page), { timeout: 20_000 }).toMatch(/^нет связи · данные от \d/);
    await ask('сколько ждать ответа на письмо');
    expect(plainly(await page.locator('.aloud .spoken').textContent())).toMatch(/дней/);
    await page.keyboard.press('F7');
    expect(await step()).toContain('Выслушать');
    await page.getByText(/Другие органы/).click();
    expect(await page.locator('.bodies .way').count()).toBeGreaterThan(10);
    await operator.leave();
  });

  it('counters go out once when it is back, though two tabs send them and the first answers get lost', async () => {
    const operator = await visited();
    const second = await openCall(operator.context, line.url);
    const [before, sentBefore] = [await callsCounted(), sent()];
    line.down = true;
    await endCall(operator);
    await endCall(second);
    expect(await waiting(operator.page)).toBe(2);
    expect(await callsCounted()).toBe(before);
    line.down = false;
    line.losesAnswers = true;
    const back = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));
    await Promise.all([back(operator.page), back(second.page)]);
    await expect.poll(sent, { timeout: 20_000 }).toBeGreaterThan(sentBefore);
    line.losesAnswers = false;
    await expect.poll(() => waiting(operator.page), { timeout: 40_000 }).toBe(0);
    expect(await callsCounted()).toBe(before + 2);
    const quiet = sent();
    await Promise.all([back(operator.page), back(second.page)]);
    await operator.page.waitForTimeout(500);
    expect(sent()).toBe(quiet);
    await operator.leave();
  });

  it('a tab that is closed with its note open does not lose the counters', async () => {
    const operator = await visited();
    const before = await callsCounted();
    await operator.page.keyboard.press('Control+Enter');
    await operator.page.close({ runBeforeUnload: true });
    const again = await openCall(operator.context, line.url);
    await expect.poll(callsCounted, { timeout: 20_000 }).toBe(before + 1);
    await again.leave();
  });
});

describe('a new version', () => {
  it('is fetched as what has changed, and moves «данные от …»', async () => {
    const operator = await visited();
    const { page } = operator;
    const [old] = await callStores(page);
    const from = await state(page);
    const worker = await (await fetch(`${app.url}/call-worker.js`)).text();
    const data = await (await fetch(`${app.url}/call/data.json`)).json();
    const script = { 'Content-Type': 'text/javascript' };
    line.instead.set('/call-worker.js', {
      status: 200,
      headers: script,
      body: worker.replace(/const version = "[^"]+"/, 'const version = "next"'),
    });
    const built = '2026-12-02T05:00:00.000Z';
    line.instead.set('/call/data.json', {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...data, version: 'next', built }),
    });
    line.passed.length = 0;
    await page.reload();
    await page.waitForSelector('.call-grid');
    // A browser lets the version before finish its work first, half a minute long when it has not heard that it has.
    await expect.poll(() => callStores(page), { timeout: 60_000 }).toEqual(['call-next']);
    expect(old).not.toBe('call-next');
    const fetched = line.passed.map(({ path }) => path);
    expect(fetched).toContain('/call/data.json');
    expect(fetched.filter((path) => path.startsWith('/_astro/'))).toEqual([]);
    expect(await state(page)).not.toBe(from);
    expect(await state(page)).toContain('данные от 2 декабря');
    line.down = true;
    await page.reload();
    await page.waitForSelector('.call-grid');
    expect(await state(page)).toContain('данные от 2 декабря');
    await operator.leave();
  }, 120_000);

  it('comes into a screen that stands open, but not into the middle of a call', async () => {
    const operator = await visited();
    const { page } = operator;
    await page.keyboard.press('1');
    const data = await (await fetch(`${app.url}/call/data.json`)).json();
    const steps = data.steps.map((one: { key: string }) =>
      one.key === 'consultation/hello' ? { ...one, title: 'Приветствие по-новому' } : one,
    );
    line.instead.set('/call/data.json', {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...data, version: 'newer', steps }),
    });
    const look = () => page.evaluate(() => dispatchEvent(new Event('online')));
    const first = page.locator('.steps .way').first();
    await look();
    await page.waitForTimeout(500);
    expect(plainly(await first.textContent())).not.toContain('по-новому');
    await endCall(operator);
    await look();
    await expect.poll(async () => plainly(await first.textContent())).toContain('по-новому');
    await operator.leave();
  });
});

describe('who may not see it any more', () => {
  it('keeps nothing of it, and gets it again with the right to', async () => {
    const operator = await visited();
    const { page } = operator;
    expect(await callStores(page)).toHaveLength(1);
    line.instead.set('/call/data.json', { status: 403 });
    line.instead.set('/api/search/index', { status: 403 });
    await page.reload();
    await page.getByText('Сценарии не загрузились').waitFor();
    await expect.poll(() => callStores(page)).toEqual([]);
    line.down = true;
    await expect(page.reload()).rejects.toThrow();
    line.down = false;
    line.instead.clear();
    const again = await openCall(operator.context, line.url);
    await expect.poll(() => callStores(again.page), { timeout: 20_000 }).toHaveLength(1);
    await operator.leave();
  });

  it('keeps no index either', async () => {
    const operator = await visited();
    const { page } = operator;
    line.instead.set('/api/search/index', { status: 401 });
    await page.reload();
    await page.waitForSelector('.call-grid');
    await expect.poll(async () => Object.keys(await stores(page))).not.toContain('ponyatno-search');
    await operator.leave();
  });
});
