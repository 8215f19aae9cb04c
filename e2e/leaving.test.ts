import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAudit } from '#identity';
import { accessibilityFindings } from './support/accessibility.ts';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';

let app: App;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
  await app?.stop();
});

/** A person with a browser and a name of his or her own. */
async function person(name: string, viewport = { width: 1280, height: 900 }): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    permissions: ['clipboard-write'],
    locale: 'ru-RU',
    acceptDownloads: true,
  });
  contexts.push(context);
  await context.addInitScript((own) => {
    localStorage.setItem('ponyatno.name', own);
    // The browser's own dialog would be in the way of the test's print.
    window.print = () => {
      document.documentElement.dataset.asked = 'print';
    };
  }, name);
  return context.newPage();
}

const letter = (page: Page) => page.locator('.ProseMirror');
const saved = (page: Page) => page.waitForSelector('[data-save-state="saved"]');
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const label =
      activeElement instanceof HTMLElement && 'labels' in activeElement ? activeElement.labels : null;
    return label instanceof NodeList
      ? (label[0]?.textContent?.trim() ?? '')
      : (activeElement?.textContent ?? '');
  });

/** The file that follows; when the desk says why there is none, the test says it too. */
async function downloaded(page: Page, ask: () => Promise<void>): Promise<Download> {
  const refusal = page.getByRole('alert').first();
  const refused = refusal.waitFor({ timeout: 60_000 }).then(async () => {
    const state = await page.locator('[data-save-state]').first().getAttribute('data-save-state');
    throw new Error(`The desk gave no file (${state}): ${await refusal.textContent()}`);
  });
  const [file] = await Promise.all([Promise.race([page.waitForEvent('download'), refused]), ask()]);
  return file;
}

const values = {
  имя: 'Вера Сергеевна',
  'вопрос клиента': 'как записаться на приём',
  'что нужно': 'Часы приёма и телефон.',
  'дата ответа коллег': '2026-11-25',
  'когда ждёт клиент': '2026-11-27',
  'телефон исполнителя': '8 (383) 228-67-80',
  исполнитель: 'Ирина Сергеевна Павлова',
  должность: 'консультант',
};

/** A letter that nothing is missing in but its addressee, or some of its values. */
async function makeDraft(page: Page, given: Record<string, string> = values): Promise<string> {
  const answer = await page.request.post(`${app.url}/api/drafts`, {
    data: { template: 'internal-reply-request', urgent: false, received: '2026-11-20T17:00', values: given },
  });
  const { url } = await answer.json();
  await open(page, url);
  return url;
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(app.url + url);
  await letter(page).locator('p').first().waitFor();
  await saved(page);
}

async function fillAddressee(page: Page): Promise<void> {
  await page.getByText('Реквизиты для бумаги').first().click();
  await page.getByLabel('Кому', { exact: true }).fill('Сидоровой В. С.');
  await page.getByLabel('Заголовок к\u00a0тексту').fill('О записи на приём');
  await saved(page);
}

/** What the reader of the file must find of the letter on the screen. */
const paragraphs = (page: Page) =>
  letter(page)
    .locator('p')
    .evaluateAll((all) => all.map((one) => (one.textContent ?? '').trim()).filter((text) => text !== ''));

const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

describe('the file', () => {
  it('leaves by keyboard: refused with what is missing, which leads to its field; then complete, as a reader of its own finds it', async () => {
    const page = await person('Анна');
    const { исполнитель: executor, ...most } = values;
    await makeDraft(page, most);
    const button = page.getByRole('button', { name: 'Файл Word' });
    // A button that is not ready yet takes no focus.
    await button.click({ trial: true });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Письмо не готово' });
    await dialog.waitFor();
    expect(await dialog.getByRole('listitem').allTextContents()).toEqual(['Кому ', 'Кто готовит ответ ']);
    expect(await accessibilityFindings(page)).toEqual([]);

    await dialog.getByRole('button', { name: 'Кто готовит ответ' }).press('Enter');
    await expect.poll(() => focused(page)).toContain('Кто готовит ответ');
    await page.keyboard.type(executor);
    await saved(page);
    await button.press('Enter');
    await dialog.getByRole('button', { name: 'Кому' }).press('Enter');
    await expect.poll(() => focused(page)).toBe('Кому');
    await page.keyboard.type('Сидоровой В. С.');

    const file = await downloaded(page, () => button.press('Enter'));
    expect(file.suggestedFilename()).toMatch(/^Запрос сведений .*\.docx$/);
    const bytes = await readFile(await file.path());
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    const lines = value.split('\n\n').map(squeezed);
    const shown = (await paragraphs(page)).map(squeezed);
    expect(shown.length).toBeGreaterThan(5);
    const start = lines.indexOf(shown[0] ?? '');
    expect(lines.slice(start, start + shown.length)).toEqual(shown);
    expect(lines).toContain('Сидоровой В. С.');
    expect(lines).toContain('Департамент молодёжной политики Новосибирской области');
    const archive = await JSZip.loadAsync(bytes);
    const xml = await archive.file('word/document.xml')?.async('string');
    expect(xml).toContain('<w:titlePg/>');
  });

  it('leaves incomplete with a reason, which the history keeps with the name', async () => {
    const page = await person('Борис');
    const url = await makeDraft(page);
    await page.getByRole('button', { name: 'Файл Word' }).click();
    const dialog = page.getByRole('dialog', { name: 'Письмо не готово' });
    const anyway = dialog.getByRole('button', { name: 'Всё равно сохранить файл' });
    expect(await anyway.isDisabled()).toBe(true);
    await dialog.getByLabel('напишите почему').fill('Адресата впишет канцелярия.');
    await downloaded(page, () => anyway.click());
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('История письма').click();
    const line = page.getByRole('listitem').filter({ hasText: 'Адресата впишет канцелярия.' });
    expect(await line.textContent()).toContain('Борис');
    // Nobody else's reason opens the file.
    expect((await page.request.get(`${app.url}/api${url}/letter.docx`)).status()).toBe(409);
  });

  it('has the words that were typed last', async () => {
    const page = await person('Вера');
    await makeDraft(page);
    await fillAddressee(page);
    await letter(page)
      .locator('p')
      .nth(1)
      .click({ position: { x: 5, y: 8 } });
    await page.keyboard.press('End');
    await page.keyboard.type(' Последние слова перед файлом.');
    const button = page.getByRole('button', { name: 'Файл Word' });
    const file = await downloaded(page, () => button.click());
    const { value } = await mammoth.extractRawText({ path: await file.path() });
    expect(value).toContain('Последние слова перед файлом.');
  });
});

describe('the print', () => {
  it('is the same letter on A4 by the browser, read back from its PDF', async () => {
    const page = await person('Галина');
    await makeDraft(page);
    await fillAddressee(page);
    const shown = (await paragraphs(page)).map(squeezed);
    const [printed] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('Control+p'),
    ]);
    await printed.locator('#sheet').waitFor();
    expect(await accessibilityFindings(printed)).toEqual([]);
    await printed.locator('html[data-asked="print"]').waitFor();
    const pdf = await getDocumentProxy(new Uint8Array(await printed.pdf({ preferCSSPageSize: true })));
    const { text, totalPages } = await extractText(pdf, { mergePages: true });
    expect(totalPages).toBe(1);
    // Taken down once, when the page is given, whether the desk led there or somebody opened its address.
    const { records } = await readAudit(join(app.dataFolder, 'audit'), {
      kind: 'letter-exported',
      limit: 100,
    });
    const id = new URL(printed.url()).pathname.split('/')[2];
    expect(records.filter(({ subject }) => subject === id).map(({ detail }) => detail)).toEqual(['print']);
    const read = squeezed(text).replaceAll(/\s/g, '');
    for (const line of [...shown, 'Сидоровой В. С.', 'О записи на приём', 'Ирина Сергеевна Павлова'])
      expect(read).toContain(line.replaceAll(/\s/g, ''));
    expect(text).not.toContain('Вернуться к письму');
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
    expect([Math.round(width / 2.8346), Math.round(height / 2.8346)]).toEqual([210, 297]);
  });

  it('numbers its pages from the second one, in the middle above', async () => {
    const page = await person('Дарья');
    const long = Array.from({ length: 60 }, (_, index) => `Вопрос ${index + 1}: какие часы приёма у отдела?`);
    await makeDraft(page, { ...values, 'что нужно': long.join('\n') });
    await fillAddressee(page);
    const [printed] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('Control+p'),
    ]);
    await printed.locator('#sheet').waitFor();
    const pdf = await getDocumentProxy(new Uint8Array(await printed.pdf({ preferCSSPageSize: true })));
    expect(pdf.numPages).toBeGreaterThan(1);
    const above = async (number: number) => {
      const sheet = await pdf.getPage(number);
      const [, , width = 0, height = 0] = sheet.view;
      const { items } = await sheet.getTextContent();
      return items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , , x = 0, y = 0] = item.transform;
        const centre = 30 * 2.8346 + (width - 40 * 2.8346) / 2;
        return height - y < 20 * 2.8346 && Math.abs(x + item.width / 2 - centre) < 3 ? [item.str] : [];
      });
    };
    expect(await above(1)).toEqual([]);
    expect(await above(2)).toEqual(['2']);
  });

  it('shows what is missing instead of a letter that may not leave', async () => {
    const page = await person('Елена');
    const url = await makeDraft(page);
    await page.goto(`${app.url}${url}/print`);
    expect(await page.getByRole('listitem').allTextContents()).toEqual(['Кому']);
    expect(await page.locator('#sheet').count()).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});

describe('the clipboard', () => {
  it('gets plain and rich text together, clean enough for Word', async () => {
    const page = await person('Жанна');
    await makeDraft(page);
    await letter(page)
      .locator('p')
      .nth(1)
      .click({ position: { x: 5, y: 8 } });
    await page.keyboard.press('Home');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('Важно. ');
    await page.getByRole('button', { name: 'Скопировать текст' }).click();
    await page.getByText('Скопировано').waitFor();
    const other = await page.context().newPage();
    await other.goto(`${app.url}/drafts/new`);
    await other.evaluate(() => {
      document.addEventListener('paste', (event) => {
        const data = event.clipboardData;
        Object.assign(window, { pasted: [data?.getData('text/plain'), data?.getData('text/html')] });
      });
    });
    await other.keyboard.press('Control+v');
    const [plain = '', html = '']: [string?, string?] = await other.evaluate(
      () => (window as unknown as { pasted: [string, string] }).pasted ?? [],
    );
    expect(plain).toContain('Важно. Мне нужна Ваша помощь');
    expect(plain).toContain('25\u00a0ноября 2026\u00a0года');
    expect(html).toContain('<strong>Важно. </strong>Мне нужна Ваша помощь');
    expect(html).toContain('<p>Здравствуйте, Вера Сергеевна!</p>');
    expect(html).not.toMatch(/class=|data-|contenteditable|ProseMirror/);
  });
});

describe('approval', () => {
  it('goes from the writer to the approver and out, by keyboard; the letter is locked and says so', async () => {
    const writer = await person('Ирина');
    const url = await makeDraft(writer);
    await fillAddressee(writer);
    await writer.getByRole('button', { name: 'Отдать на согласование' }).press('Enter');
    await writer.getByRole('dialog').getByRole('button', { name: 'Отдать на согласование' }).press('Enter');
    await writer.getByText('Письмо ждёт согласования').waitFor();

    const approver = await person('Кирилл');
    await open(approver, url);
    await approver.getByRole('button', { name: 'Вернуть на доработку' }).press('Enter');
    const back = approver.getByRole('dialog', { name: 'Вернуть на доработку' });
    await back.getByLabel('Почему письмо возвращается').fill('Назовите этаж.');
    await back.getByRole('button', { name: 'Вернуть на доработку' }).press('Enter');
    await writer.getByText('Письмо пишут.').waitFor();
    await writer.getByText('История письма').click();
    await writer.getByText('Назовите этаж.').waitFor();

    await letter(writer)
      .locator('p')
      .nth(1)
      .click({ position: { x: 5, y: 8 } });
    await writer.keyboard.press('End');
    await writer.keyboard.type(' Этаж второй.');
    await saved(writer);
    await writer.getByRole('button', { name: 'Отдать на согласование' }).press('Enter');
    await writer.getByRole('dialog').getByRole('button', { name: 'Отдать на согласование' }).press('Enter');

    await approver.getByRole('button', { name: 'Согласовать', exact: true }).press('Enter');
    const approval = approver.getByRole('dialog', { name: 'Согласовать' });
    expect(await accessibilityFindings(approver)).toEqual([]);
    await approval
      .getByLabel('Кто подписывает')
      .selectOption({ label: 'С. В. Федорчук, руководитель департамента' });
    await approval.getByRole('button', { name: 'Согласовать' }).press('Enter');
    for (const page of [writer, approver]) await page.getByText('Письмо согласовано: текст закрыт').waitFor();

    // Locked: no toolbar, no typing, no fields.
    expect(await letter(writer).getAttribute('contenteditable')).toBe('false');
    expect(await writer.getByRole('toolbar').count()).toBe(0);
    expect(await writer.getByLabel('Имя коллеги').isDisabled()).toBe(true);
    const file = await downloaded(writer, () =>
      writer.getByRole('button', { name: 'Файл Word' }).press('Enter'),
    );
    const { value } = await mammoth.extractRawText({ path: await file.path() });
    expect(value.replaceAll('\u00a0', ' ')).toMatch(/Руководитель департамента\s+С\. В\. Федорчук/);
    expect(value).toContain('Этаж второй.');

    await writer.getByRole('button', { name: 'Отметить отправленным' }).press('Enter');
    await writer.getByRole('dialog').getByRole('button', { name: 'Отметить отправленным' }).press('Enter');
    await approver.getByText('Письмо отправлено').waitFor();
    await writer.goto(`${app.url}/drafts`);
    const row = writer.getByRole('row').filter({ has: writer.locator(`a[href="${url}"]`) });
    expect(await row.textContent()).toContain('Отправлено');
    expect(await row.textContent()).toContain('Удалится');
    await open(writer, url);
    expect(await letter(writer).getAttribute('contenteditable')).toBe('false');
    expect(await accessibilityFindings(writer)).toEqual([]);
  });

  it('keeps the late words of a writer who was offline, outside the approved letter', async () => {
    const writer = await person('Лариса');
    const url = await makeDraft(writer);
    const approver = await person('Михаил');
    await open(approver, url);
    await approver.getByRole('button', { name: 'Отдать на согласование' }).click();
    await approver.getByRole('dialog').getByRole('button', { name: 'Отдать на согласование' }).click();
    await writer.getByText('Письмо ждёт согласования').waitFor();

    // The writer's connection is cut, and stays cut while the letter is approved.
    let cut = true;
    await writer.routeWebSocket(/collaboration/, (socket) => {
      if (cut) socket.close();
      else socket.connectToServer();
    });
    writer.on('dialog', (dialog) => dialog.accept());
    await writer.reload();
    await writer.waitForSelector('[data-save-state="offline"]');
    await letter(writer)
      .locator('p')
      .nth(1)
      .click({ position: { x: 5, y: 8 } });
    await writer.keyboard.press('End');
    await writer.keyboard.type(' Поздние слова.');
    await writer.waitForSelector('[data-kept-here="true"]');
    await approver.getByRole('button', { name: 'Согласовать', exact: true }).click();
    await approver.getByRole('dialog').getByRole('button', { name: 'Согласовать' }).click();
    await approver.getByText('Письмо согласовано').waitFor();

    cut = false;
    await writer
      .getByRole('alert')
      .filter({ hasText: 'Ваши последние правки не вошли' })
      .waitFor({ timeout: 30_000 });
    expect(await letter(approver).textContent()).not.toContain('Поздние слова.');
    await writer.getByRole('button', { name: 'Скопировать мой текст' }).click();
    await writer.getByRole('button', { name: 'Скопировано' }).waitFor();
    await writer.getByRole('button', { name: 'Открыть согласованное письмо' }).click();
    await writer.getByText('Письмо согласовано: текст закрыт').waitFor();
    expect(await letter(writer).textContent()).not.toContain('Поздние слова.');
  }, 90_000);
});
