import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityFindings } from './support/accessibility.ts';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';

const root = resolve(import.meta.dirname, '..');
let app: App;
let browser: Browser;
let repository: string;

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Анна Орлова', '-c', 'user.email=orlova@example.org', ...args], {
    cwd: repository,
  });

beforeAll(async () => {
  repository = await mkdtemp(join(tmpdir(), 'ponyatno-unit-'));
  // An agency of the examples: it is smaller than our own, and shows that another one runs.
  await cp(join(root, 'examples/dagestan/content'), join(repository, 'content'), { recursive: true });
  // The edition lies ahead, so it is newer than the base whenever the test runs.
  const act = join(repository, 'content/functions/messages/regulations/fz-59.mdx');
  await writeFile(
    act,
    (await readFile(act, 'utf8')).replace(
      /^(?:edition: .*\n)?authority:/m,
      "edition: '2100-01-01'\nauthority:",
    ),
  );
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'Add the content');
  [app, browser] = await Promise.all([
    startApp({ PONYATNO_CONTENT: join(repository, 'content') }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await rm(repository, { recursive: true, force: true });
});

it('KB-4: another agency has its own name and what its order demands, and nothing else', async () => {
  const page = await browser.newPage();
  await page.goto(`${app.url}/call`);
  await page.locator('.say').waitFor();
  expect(await page.locator('.say').textContent()).toContain('Дагестан');
  // Its order lets a call be transferred and called back, and has no key for a difficult talk.
  expect(await page.getByRole('button', { name: /Перезвонить/ }).count()).toBe(1);
  expect(await page.getByRole('button', { name: /Трудный разговор/ }).count()).toBe(0);
});

it('RF-1, RF-2: a check that a unit records and commits is on the page of a server that was running all the while', async () => {
  const page = await browser.newPage();
  await page.goto(`${app.url}/refresh`);
  const row = page.getByRole('row', { name: /mailings-unit/ });
  expect(await row.textContent()).toContain('не проверено');

  const record = ['refresh', 'record', 'mailings-unit', '--law', 'Изменений нет', '--feedback', 'Жалоб нет'];
  const said = execFileSync(process.execPath, [join(root, 'cli/ponyatno.js'), ...record], {
    cwd: repository,
    env: { ...process.env, PONYATNO_CONTENT: join(repository, 'content') },
    encoding: 'utf8',
  });
  expect(said).toContain('mailings-unit');
  git('add', '.');
  git('commit', '-qm', 'Record the check of the mailings');

  await expect
    .poll(
      async () => {
        await page.reload();
        return row.textContent();
      },
      { timeout: 20_000, interval: 1_000 },
    )
    .toContain('Анна Орлова');
  expect(await row.textContent()).not.toContain('не проверено');
});

it('RF-2, RF-4: an act that changed marks what cites it, and the report of the month can be printed and taken along', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${app.url}/drafts/new`);
  const marked = page.getByRole('listitem').filter({ hasText: 'акт изменился, шаблон не сверили' });
  expect(await marked.count()).toBeGreaterThan(0);
  const [template] = await marked.getByRole('link', { name: 'Написать' }).all();
  await template?.click();
  await page.getByText('Акт изменился, шаблон ещё не сверили').waitFor();
  await page.goto(`${app.url}/faq/messages/urgent-deadline`);
  await page.getByText('Акт изменился, страницу ещё не сверили').waitFor();
  const call = await page.request.get(`${app.url}/call/data.json`);
  expect(await call.json()).toMatchObject({
    alarms: { 'urgent-deadline': expect.stringContaining('2100') },
  });

  await page.goto(`${app.url}/refresh/report`);
  expect(await page.getByRole('row', { name: /по рассылкам/ }).textContent()).toContain('Анна Орлова');
  expect(await accessibilityFindings(page)).toEqual([]);
  const csv = await page.request.get(`${app.url}/api/refresh/report.csv`);
  expect([csv.status(), await csv.text()]).toEqual([200, expect.stringContaining('Месяц;Подразделение')]);
  expect((await page.request.get(`${app.url}/api/refresh/report.csv?month=x`)).status()).toBe(400);
});
