import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings } from './support/accessibility.ts';
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

const letter = (page: Page) => page.locator('.ProseMirror');

/** A first reply with a sentence of its own at the end of the first paragraph. */
async function draftWith(text: string, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'ru-RU' });
  const page = await context.newPage();
  const answer = await page.request.post(`${app.url}/api/drafts`, {
    data: {
      template: 'first-reply-general',
      urgent: false,
      received: '2026-11-20T17:00',
      values: { 'имя отчество': 'Анна Петровна', номер: '102-41', тема: 'записи на приём' },
    },
  });
  const { url } = await answer.json();
  await page.goto(app.url + url);
  await letter(page).locator('p').first().waitFor();
  await page.waitForSelector('[data-save-state="saved"]');
  await page.getByText('читается').first().waitFor({ state: 'attached', timeout: 20_000 });
  await letter(page)
    .locator(':scope > p')
    .first()
    .evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      range.collapse(false);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      element.closest<HTMLElement>('.ProseMirror')?.focus();
    });
  await page.keyboard.type(text);
  return page;
}

const card = (page: Page, words: string) => page.locator('article', { hasText: words });
const underlined = (page: Page, words: string) =>
  letter(page).locator('.finding', { hasText: words }).first();
/** Leaves the finding that is looked at, with one of the ready reasons. */
async function leave(page: Page, reason: string): Promise<void> {
  const active = page.locator('article.active');
  await active.getByRole('button', { name: 'Оставить' }).click();
  await active.getByRole('button', { name: reason }).click();
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

describe('the classes of fixes on the desk', () => {
  it('a rewriting is shown before it is applied, by keyboard; a swap is one click', async () => {
    const page = await draftWith(
      ' Мы осуществляли проверку документов. Подайте заявление посредством звонка.',
    );
    await underlined(page, 'осуществляли проверку документов').click();
    const rewriting = card(page, 'осуществляли проверку');
    await rewriting.getByRole('button', { name: 'Посмотреть' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => rewriting.locator('.preview ins').allTextContents()).toContain('проверяли');
    expect(await letter(page).textContent()).toContain('осуществляли проверку документов');
    await expect.poll(() => focused(page)).toContain('Заменить');
    await page.keyboard.press('Escape');
    await expect.poll(() => rewriting.locator('.preview').count()).toBe(0);
    await expect.poll(() => focused(page)).toContain('Посмотреть');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toContain('Заменить');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => letter(page).textContent()).toContain('Мы проверяли документы.');

    await underlined(page, 'посредством звонка').click();
    await card(page, 'посредством').getByRole('button', { name: 'Заменить', exact: false }).first().click();
    await expect.poll(() => letter(page).textContent()).toContain('с помощью звонка');
  });

  it('advice is text, without a button that would make facts up', async () => {
    const page = await draftWith(' Ваш вопрос взят на контроль.');
    await underlined(page, 'контроль').click();
    const advice = card(page, 'взят на контроль');
    await expect.poll(() => advice.getByRole('button', { name: 'Оставить' }).count()).toBe(1);
    expect(await advice.getByRole('button', { name: /Заменить|Посмотреть/ }).count()).toBe(0);
  });

  it('all fixes of a rule are one step of «Отменить»', async () => {
    const sentences = ' Документ документ получен. Письмо письмо придёт.';
    const page = await draftWith(sentences);
    await underlined(page, 'Письмо письмо').waitFor({ timeout: 15_000 });
    await page.getByRole('button', { name: /Заменить все: 2\s*, Повтор/ }).click();
    await expect.poll(() => letter(page).textContent()).toContain('Документ получен. Письмо придёт.');
    await page.keyboard.press('Control+z');
    await expect.poll(() => letter(page).textContent()).toContain(sentences.trim());
  });
});

describe('a crowded paragraph', () => {
  const dense =
    ' Мы осуществляли проверку документов. Ответ направлен посредством почты в целях решения вопроса. В настоящее время по причине отпуска вопрос взят на контроль. Данное письмо письмо является ответом в соответствии с регламентом.';
  const more = (page: Page) => page.getByRole('button', { name: /^Ещё \d+ в.этом абзаце/ });
  const countIn = async (page: Page) => Number(/\d+/.exec((await more(page).textContent()) ?? '')?.[0]);
  const spans = (page: Page) =>
    letter(page)
      .locator(':scope > p')
      .first()
      .locator('.finding')
      .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-finding')))]);

  it('LN-1: shows the five worst, and the rest by keyboard; what is left makes room for the next', async () => {
    const page = await draftWith(dense);
    await underlined(page, 'контроль').waitFor({ timeout: 15_000 });
    await more(page).waitFor();
    const held = await countIn(page);
    expect(held).toBeGreaterThan(1);
    expect(await spans(page)).toHaveLength(5);
    const heading = page.locator('#findings-title');
    const total = Number.parseInt((await heading.textContent()) ?? '', 10);

    await more(page).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => more(page).getAttribute('aria-expanded')).toBe('true');
    expect(await spans(page)).toHaveLength(5 + held);
    expect(await page.locator('.rest article').count()).toBe(held);
    expect(await focused(page)).toMatch(/^Ещё/);
    expect(await page.locator('.findings [role="status"]').textContent()).toMatch(/^Показано: ещё/);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => spans(page)).toHaveLength(5);
    expect(await more(page).getAttribute('aria-expanded')).toBe('false');

    const before = await spans(page);
    await underlined(page, 'посредством').click();
    await leave(page, 'Так понятнее читателю');
    await expect.poll(() => countIn(page)).toBe(held - 1);
    expect(await spans(page)).toHaveLength(5);
    expect((await spans(page)).filter((key) => !before.includes(key))).toHaveLength(1);
    await expect.poll(() => heading.textContent()).toMatch(new RegExp(`^\\s*${total - 1}\\D`));
  });

  it('LN-1: what stood behind a finding comes up when that one is left as it is', async () => {
    const page = await draftWith(' Проведено обследование дома.');
    await underlined(page, 'Проведено обследование').click();
    expect(await card(page, 'Проведено обследование').count()).toBe(1);
    await leave(page, 'Понятно ошиблось');
    await expect.poll(() => page.locator('article', { hasText: 'Кто это сделает?' }).count()).toBe(1);
    expect(await underlined(page, 'Проведено').count()).toBe(1);
  });
});

describe('a finding that is left as it is', () => {
  it('asks why, keeps the reason in the draft, and comes back, by keyboard', async () => {
    const page = await draftWith(' Ваш вопрос взят на контроль.');
    await underlined(page, 'контроль').click();
    const found = card(page, 'взят на контроль');
    await found.getByRole('button', { name: 'Оставить' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Это точное название');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('Оставить');
    await page.keyboard.press('Enter');
    await found.getByLabel('Другая причина').fill('так назвал это сам клиент');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => found.count()).toBe(0);

    // It is in the draft: who opens it later sees the reason too.
    await page.waitForSelector('[data-save-state="saved"]');
    await page.reload();
    const left = page.locator('details', { hasText: 'Оставлено как есть: 1' });
    await left.locator('summary').click();
    expect(await left.textContent()).toContain('так назвал это сам клиент');
    expect(await accessibilityFindings(page)).toEqual([]);
    await left.getByRole('button', { name: 'Вернуть' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => found.count(), { timeout: 15_000 }).toBe(1);
  });
});

describe('how plain the letter is', () => {
  it('is shown as a grade with its error, before and after, and with the fixes that are offered', async () => {
    const heavy =
      'В связи с обращением и на основании заявления осуществление рассмотрения представленных документов производится уполномоченными подразделениями Министерства в соответствии с законодательством Российской Федерации. ';
    const page = await draftWith(` ${heavy.repeat(4)}`);
    const section = page.locator('details', { hasText: 'Насколько понятно' });
    await expect.poll(() => section.textContent(), { timeout: 15_000 }).toMatch(/было: .+ → стало: .+/);
    await expect.poll(() => section.getByRole('meter').count()).toBeGreaterThan(0);
    expect(await section.textContent()).toMatch(/±\d/);
  });
});

describe('a narrow dark screen', () => {
  it('has the findings under the letter, without a sideways scroll, and axe finds nothing', async () => {
    const page = await draftWith(' Мы осуществляли проверку документов.', { width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await underlined(page, 'осуществляли проверку документов').waitFor({ timeout: 15_000 });
    await card(page, 'осуществляли проверку').locator('.look').click();
    await card(page, 'осуществляли проверку').getByRole('button', { name: 'Посмотреть' }).click();
    await card(page, 'осуществляли проверку').locator('.preview').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});
