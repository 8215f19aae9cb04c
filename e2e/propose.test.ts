import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { findingsOfEveryLook } from './support/accessibility.ts';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';

const root = resolve(import.meta.dirname, '..');
const file = 'faq/messages/urgent-deadline.mdx';
let app: App;
let browser: Browser;
let repository: string;

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Анна Орлова', '-c', 'user.email=orlova@example.org', ...args], {
    cwd: repository,
    encoding: 'utf8',
  }).trim();
const branches = () => git('for-each-ref', '--format=%(refname:short)', 'refs/heads/propose').split('\n');
/** The file as a branch has it. */
const on = (branch: string) =>
  execFileSync('git', ['show', `${branch}:content/${file}`], { cwd: repository, encoding: 'utf8' });

beforeAll(async () => {
  repository = await mkdtemp(join(tmpdir(), 'ponyatno-propose-'));
  await cp(join(root, 'examples/dagestan/content'), join(repository, 'content'), { recursive: true });
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

/** A person with a browser of their own, before the page that is to be edited. */
async function openEdit(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(`${app.url}/propose?file=${file}`);
  await page.getByRole('heading', { name: 'Замечания' }).waitFor();
  return page;
}

/** Writes a paragraph at the end of the text, with the keyboard alone. */
async function write(page: Page, words: string): Promise<void> {
  await page.getByLabel('Текст страницы').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(`\n\n${words}`);
}

async function send(page: Page, summary: string): Promise<void> {
  await page.getByRole('button', { name: 'Отправить правку' }).press('Enter');
  await page.getByLabel('Что Вы изменили').fill(summary);
  await page.getByLabel('Ваше имя').fill('Пётр Иванов');
  await page.keyboard.press('Enter');
}

it('7: a page is edited by the keyboard, and the edit is a branch with exactly this change', async () => {
  const before = on('main');
  const head = git('rev-parse', 'HEAD');
  const page = await openEdit();
  await page.goto(`${app.url}/${file.replace('.mdx', '')}`);
  await page.getByRole('link', { name: 'Предложить правку' }).press('Enter');
  await page.getByText('Замечаний нет.').waitFor();
  expect(await page.getByRole('button', { name: 'Отправить правку' }).isDisabled()).toBe(true);

  await write(page, 'Срок можно узнать посредством звонка.');
  const finding = page.getByRole('listitem').filter({ hasText: 'посредством' });
  await finding.getByRole('button', { name: /Показать строку/ }).press('Enter');
  const selected = await page
    .getByLabel('Текст страницы')
    .evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  expect(selected).toContain('посредством');
  expect(await findingsOfEveryLook(page)).toEqual([]);
  await finding
    .getByRole('button', { name: /Заменить на/ })
    .first()
    .press('Enter');
  await page.getByText('Замечаний нет.').waitFor();

  const title = page.getByLabel('Заголовок');
  await title.fill('');
  await page.getByText('С ошибками правку не отправить').waitFor();
  await title.fill('Когда ответят на срочное письмо?');
  await page.getByText(/^Другие поля/).press('Enter');
  await page.getByRole('button', { name: 'Добавить: Слова для поиска' }).press('Enter');
  await page.keyboard.type('быстрый ответ');
  await page.getByText('Замечаний нет.').waitFor();
  await expect
    .poll(() => page.getByRole('region', { name: 'Как это увидят' }).textContent())
    .toContain('Срок можно узнать');

  // What a field refers to is chosen by its name.
  const chosen = await page.locator('#field-basis-1-act option:checked').textContent();
  expect(chosen).toContain('59-ФЗ');

  await page.getByRole('tab', { name: 'Поля и текст' }).press('ArrowRight');
  const whole = await page.getByLabel('Файл целиком').inputValue();
  expect(whole).toContain('Когда ответят на срочное письмо?');
  await page.getByRole('button', { name: 'Отправить правку' }).press('Enter');
  expect(await findingsOfEveryLook(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await send(page, 'Добавлено, как узнать срок');
  await page.getByRole('heading', { name: 'Правка сохранена на сервере' }).waitFor();
  expect(await findingsOfEveryLook(page)).toEqual([]);

  const [branch = ''] = branches();
  expect(await page.getByText(branch).count()).toBe(1);
  expect(on(branch)).toBe(whole);
  expect(git('diff', '--name-only', 'main', branch)).toBe(`content/${file}`);
  expect(git('log', '-1', '--format=%an', branch)).toBe('Пётр Иванов');
  const kept = before.split('\n').filter((line) => !line.startsWith('title:'));
  const after = on(branch).split('\n');
  expect(kept.filter((line) => !after.includes(line))).toEqual([]);
  expect([git('status', '--porcelain'), git('rev-parse', 'HEAD'), on('main')]).toEqual(['', head, before]);

  await page.getByRole('link', { name: 'Все правки' }).last().click();
  await page.getByText('Добавлено, как узнать срок').waitFor();
  expect(await findingsOfEveryLook(page)).toEqual([]);
}, 120_000);

it('7: a page that somebody changed meanwhile: both changes are put together', async () => {
  const page = await openEdit();
  await write(page, 'Моё предложение стоит здесь.');
  const path = join(repository, 'content', file);
  const now = await readFile(path, 'utf8');
  await writeFile(path, now.replace('\n---\n\n', '\n---\n\nЧужое предложение.\n\n'));
  git('commit', '-qam', 'Change the page');

  await send(page, 'Дописано предложение');
  await page.getByRole('heading', { name: 'Страницу уже изменили' }).waitFor();
  expect(await findingsOfEveryLook(page)).toEqual([]);
  await page.getByRole('button', { name: 'Объединить обе правки' }).press('Enter');
  await page.getByText('Обе правки объединены').waitFor();
  await send(page, 'Дописано предложение');
  await page.getByRole('heading', { name: 'Правка сохранена на сервере' }).waitFor();
  const branch = branches().find((one) => on(one).includes('Моё предложение')) ?? '';
  expect(on(branch)).toContain('Чужое предложение.');
  expect(git('merge-base', 'main', branch)).toBe(git('rev-parse', 'main'));
}, 120_000);

it('7: what is written outlives a server that stops, a page that is closed and another tab', async () => {
  const page = await openEdit();
  await write(page, 'Этот текст не должен пропасть.');
  if (app.pid !== undefined) process.kill(app.pid, 'SIGKILL');
  await send(page, 'Дописано предложение');
  await page.getByText(/Нет связи с\s+сервером.*Текст сохранён/).waitFor();
  await app.restart();

  await page.reload();
  await page.getByRole('heading', { name: 'Есть неотправленная правка' }).waitFor();
  expect(await findingsOfEveryLook(page)).toEqual([]);
  await page.getByRole('button', { name: 'Продолжить' }).press('Enter');
  expect(await page.getByLabel('Текст страницы').inputValue()).toContain('не должен пропасть');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByText(/ещё в\s+одной вкладке/).waitFor();
  expect(await other.getByLabel('Текст страницы').inputValue()).not.toContain('не должен пропасть');
  await write(other, 'Это другая правка.');
  await other.close();
  await send(page, 'Дописано предложение');
  await page.getByRole('heading', { name: 'Правка сохранена на сервере' }).waitFor();
  expect(branches().some((branch) => on(branch).includes('не должен пропасть'))).toBe(true);
  await page.reload();
  await page.getByText('Это другая правка.').waitFor();
  await page.getByRole('button', { name: 'Выбросить' }).press('Enter');
  await page.getByLabel('Текст страницы').waitFor();
  expect(await page.getByLabel('Текст страницы').inputValue()).not.toMatch(
    /не должен пропасть|другая правка/,
  );
}, 120_000);

it('7: a file that is no page is said to be none', async () => {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const answer = await page.goto(`${app.url}/propose?file=faq/none.mdx`);
  expect(answer?.status()).toBe(404);
  await page.getByText('В базе нет файла «faq/none.mdx»').waitFor();
  expect(await findingsOfEveryLook(page)).toEqual([]);
});
