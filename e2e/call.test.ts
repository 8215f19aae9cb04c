import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings } from './support/accessibility.ts';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';
import { openCall, plainly } from './support/person.ts';

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const call = (options: BrowserContextOptions = {}) => openCall(browser, app.url, options);

describe('a call by the keyboard alone', () => {
  it('CL-3, CL-5, KB-7: greets, asks, reads the answer, offers the two questions, says goodbye, leaves a note', async () => {
    const { context, page, step, said, ask, answer } = await call();
    await context.grantPermissions(['clipboard-write']);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('call-query');
    expect(await step()).toContain('Приветствие');
    expect(await said()).toContain('Чем я могу Вам помочь?');
    await page.keyboard.press('1');
    expect(await step()).toContain('Выяснить вопрос');
    await page.keyboard.press('1');
    await answer('Ответ есть в базе знаний');
    await ask('сколько ждать ответа на письмо');
    const spoken = plainly(await page.locator('.aloud .spoken').textContent());
    expect(spoken).toMatch(/дней/);
    const sizes = await page.$$eval('.middle :not(.visually-hidden)', (all) =>
      all
        .filter((element) => element.textContent?.trim() && element.tagName !== 'MARK')
        .map(
          (element) => [element.className, Number.parseFloat(getComputedStyle(element).fontSize)] as const,
        ),
    );
    expect(sizes.toSorted((a, b) => b[1] - a[1])[0]?.[0]).toContain('spoken');
    await page.keyboard.press('Enter');
    expect(await said()).toContain(spoken.slice(0, 40));
    await answer('Всё понятно');
    await answer('Вопросов больше нет');
    await answer('Человек согласен');
    await page.getByRole('radio', { name: 'да' }).check();
    await page.getByRole('radio', { name: 'частично удовлетворен' }).check();
    await page.keyboard.press('Control+Enter');
    const note = await page.locator('#call-note').inputValue();
    expect(note).toMatch(/^Звонок .* длился/);
    expect(note).toContain('Получен ли ответ на Ваш вопрос? — да.');
    expect(note).toContain('Оцените качество работы консультанта — частично удовлетворен.');
    await page.getByRole('button', { name: 'Скопировать запись' }).click();
    await page.getByRole('button', { name: 'Скопировано' }).waitFor();
    await page.getByRole('button', { name: 'Закрыть звонок' }).click();
    expect(await step()).toContain('Приветствие');
    await context.close();
  });

  it('CL-6, CL-7: warns before each transfer and refuses the third with its clause', async () => {
    const { context, page, step, said, transfers, ask, answer } = await call();
    await ask('сколько ждать ответа на письмо');
    await page.keyboard.press('F2');
    expect(await step()).toContain('Предупредить');
    expect(await said()).toContain('Я соединю Вас');
    await answer('Человек согласен');
    await answer('Коллега готов ответить');
    expect(await transfers()).toContain('1');
    await answer('Коллега ответа не знает');
    await answer('Человек согласен');
    expect(await transfers()).toContain('2');
    await page.keyboard.press('F2');
    expect(plainly(await page.getByRole('alert').textContent())).toContain('больше нельзя (п. 6.9)');
    expect(await transfers()).toContain('2');
    expect(await page.getByRole('button', { name: /Перевожу/ }).isDisabled()).toBe(true);
    await context.close();
  });

  it('CL-8, CL-13, CL-14: jumps to the callback and to the crisis from anywhere; the card fills the words', async () => {
    const { context, page, step, said } = await call();
    await page.keyboard.press('F7');
    expect(await step()).toContain('Выслушать');
    await page.keyboard.press('F4');
    expect(await step()).toContain('Попросить номер');
    await page.getByLabel('Номер телефона').fill('8 913 123-45-67');
    await page.getByLabel('Когда удобно').fill('с десяти до двенадцати');
    await page.getByLabel('Перезвонить не').selectOption({ index: 1 });
    await page.keyboard.press('Alt+1');
    expect(await said()).toContain('8 913 123-45-67');
    await page.keyboard.press('Control+Enter');
    expect(await page.locator('#call-note').inputValue()).toMatch(
      /Перезвонить по номеру 8 913 123-45-67: не позднее/,
    );
    await context.close();
  });

  it('CL-9, CL-11: keeps the guard in sight and names another body with its phone', async () => {
    const { context, page, said, ask } = await call();
    expect(plainly(await page.locator('.guard').textContent())).toContain('п. 6.11');
    await ask('детский телефон доверия');
    await page.getByRole('button', { name: 'Назвать клиенту' }).click();
    expect(await said()).toContain('Этот вопрос решает');
    await context.close();
  });

  it('holds one call while the other goes on', async () => {
    const { context, page, step } = await call();
    await page.keyboard.press('1');
    const first = await step();
    await page.keyboard.press('F9');
    expect(await step()).toContain('Приветствие');
    expect(plainly(await page.getByRole('button', { name: /Звонок 2 из 2/ }).textContent())).toContain(
      'ждёт',
    );
    await page.keyboard.press('F9');
    expect(await step()).toBe(first);
    await context.close();
  });
});

describe('the report and the training', () => {
  it('CL-10, CL-12: counts by day and function, takes the missed calls by hand, gives CSV', async () => {
    const record = {
      id: 'e2e-report-0001',
      // Not today: the calls of the other tests are counted there.
      day: new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10),
      function: 'messages',
      kind: 'answer',
      seconds: 61,
      transfers: 1,
      callbacks: 0,
      unanswered: 0,
      closing: [0, 1],
    };
    const send = (body: object) =>
      fetch(`${app.url}/api/calls`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: app.url },
        body: JSON.stringify(body),
      });
    expect((await send(record)).status).toBe(200);
    expect((await send(record)).status).toBe(200);
    expect((await send({ ...record, id: 'e2e-report-0002', name: 'Пётр' })).status).toBe(400);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${app.url}/call/report?from=${record.day}&to=${record.day}`);
    expect(await page.getByRole('row', { name: /Письменные сообщения/ }).count()).toBe(1);
    await page.getByLabel('День').fill(record.day);
    await page.getByLabel('Звонков').fill('7');
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Записать' }).click()]);
    expect(plainly(await page.locator('main').textContent())).toContain('пропущено: 7');
    const csv = await fetch(`${app.url}/api/calls/report.csv?from=${record.day}&to=${record.day}`);
    expect(await csv.text()).toContain('Письменные сообщения;1;61;1;0;0;1;0;0;1;0;');
    expect(await accessibilityFindings(page)).toEqual([]);
    await context.close();
  });

  it('OT-5: a newcomer walks a talk and sees what was missed, with the clause; a reading list is passed', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${app.url}/call/training`);
    await page.getByRole('button', { name: /Чужой вопрос/ }).click();
    for (const key of ['1', '1', '1', '1', '1']) await page.keyboard.press(key);
    const result = plainly(await page.locator('.exercise').textContent());
    expect(result).toMatch(/Пропущено: \d из 5/);
    expect(result).toMatch(/\(п\. 6\.1[12]\)/);
    expect(await accessibilityFindings(page)).toEqual([]);
    const list = page.locator('details', { hasText: 'Личный приём' }).first();
    await list.locator('summary').click();
    await list.getByLabel('Кто прочитал').fill('Анна Орлова');
    await Promise.all([page.waitForEvent('load'), list.getByRole('button', { name: 'Отметить' }).click()]);
    expect(plainly(await page.locator('main').textContent())).toContain('Анна Орлова —');
    await context.close();
  });
});

describe('accessibility of the call screen', () => {
  it.each([
    ['wide and light', { viewport: { width: 1280, height: 860 } }],
    ['360 px and dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' as const }],
  ])('axe finds nothing: %s', async (_, options) => {
    const { context, page, ask } = await call(options);
    await ask('сколько ждать ответа на письмо');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('F4');
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.keyboard.press('Control+Enter');
    expect(await accessibilityFindings(page)).toEqual([]);
    await context.close();
  });

  it('the keyboard is trapped nowhere', async () => {
    const { context, page } = await call();
    const seen = new Set<string>();
    for (let press = 0; press < 80; press++) {
      await page.keyboard.press('Tab');
      seen.add(await page.evaluate(() => document.activeElement?.tagName ?? ''));
      if (seen.has('BODY')) break;
    }
    expect(seen.has('BODY')).toBe(true);
    await context.close();
  });
});
