import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsOfEveryLook } from './support/accessibility.ts';
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

/** A person with a browser of his or her own; what the page complains about is kept. */
async function person(
  viewport = { width: 1280, height: 800 },
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport,
    permissions: ['clipboard-write'],
    locale: 'ru-RU',
  });
  contexts.push(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  return { page, complaints };
}

const letter = (page: Page) => page.locator('.ProseMirror');
/** What is written, without the names at the carets. */
const written = (page: Page) =>
  letter(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll('.letter-caret')) caret.remove();
    return copy.textContent;
  });
const saved = (page: Page) => page.waitForSelector('[data-save-state="saved"]');

/** Makes a first reply and opens it, with values for some of its variables. */
async function makeDraft(page: Page, values: Record<string, string | boolean> = {}): Promise<string> {
  const answer = await page.request.post(`${app.url}/api/drafts`, {
    data: { template: 'first-reply-general', urgent: false, received: '2026-11-20T17:00', values },
  });
  const { url } = await answer.json();
  await page.goto(app.url + url);
  await letter(page).locator('p').first().waitFor();
  await saved(page);
  return url;
}

/** Puts the caret at the end of a paragraph of the letter and types. */
async function typeAtEnd(page: Page, paragraph: number, text: string): Promise<void> {
  await letter(page)
    .locator(':scope > p')
    .nth(paragraph)
    .evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      range.collapse(false);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      element.closest<HTMLElement>('.ProseMirror')?.focus();
    });
  await page.keyboard.type(text);
}

/** What is in the clipboard, pasted where plain text is taken: pages of ours may not read it. */
async function clipboard(page: Page): Promise<string> {
  const other = await page.context().newPage();
  await other.goto(`${app.url}/drafts/new?template=first-reply-general`);
  const field = other.getByLabel('О чём письмо');
  await field.focus();
  await other.keyboard.press('Control+v');
  const text = await field.inputValue();
  await other.close();
  await page.bringToFront();
  return text;
}

const everything = {
  'имя отчество': 'Анна Петровна',
  'дата получения': '2026-11-20',
  'дата регистрации': '2026-11-20',
  номер: '102-41',
  тема: 'записи на приём',
  'дата ответа': '2026-12-18',
  'канал ответа': 'на Вашу электронную почту',
  'телефон исполнителя': '8 (383) 228-67-88',
  исполнитель: 'Ирина Сергеевна Павлова',
  должность: 'консультант',
};

describe('the path of a writer', () => {
  it('WR-2, WR-3, WR-6: start a first reply from its template, write in plain language, with a colleague, over a restart', async () => {
    const { page, complaints } = await person();
    await page.goto(`${app.url}/drafts`);
    expect(await page.getByRole('heading', { name: 'Черновиков пока нет' }).count()).toBe(1);

    // Urgency first, then the template by the kind of the letter.
    await page.getByRole('link', { name: 'Начать письмо' }).click();
    await page.getByLabel('Нет', { exact: true }).check();
    await page.waitForURL(/urgent=no/);
    await page.getByLabel('Вид письма').selectOption({ label: 'Первичный ответ' });
    await page.waitForURL(/letter=first-reply/);
    await page.getByRole('link', { name: 'Первичный ответ', exact: true }).click();

    // The form: the deadline follows the moment of receipt, with its clause.
    await page.getByLabel('Поступило', { exact: true }).fill('2026-11-20T17:00');
    await page.getByText('пн 23\u00a0ноября, 17:00').waitFor();
    expect(await page.getByLabel('Когда письмо поступило').inputValue()).toBe('2026-11-20');
    expect(await page.getByLabel('До какого дня придёт ответ').inputValue()).toBe('2026-12-18');
    // What stands under a flag says when it is needed, and is required only then.
    const channel = page.getByLabel('Второй канал клиента');
    const flag = page.getByLabel('Клиент просит продублировать ответ', { exact: true });
    const told = page.locator('label', { hasText: 'Второй канал клиента' });
    expect(await told.textContent()).toContain('нужно, если включено «Клиент просит продублировать ответ»');
    expect(await channel.getAttribute('aria-required')).toBe('false');
    await flag.check();
    expect(await told.textContent()).toContain('обязательно');
    expect(await channel.getAttribute('aria-required')).toBe('true');
    await flag.uncheck();
    expect(await page.getByRole('region', { name: 'Срок' }).textContent()).toContain('п.\u00a04.8');
    await page.getByLabel('Имя и отчество клиента').fill('Анна Петровна');
    await page.getByLabel('Регистрационный номер письма').fill('102-41');
    await page.getByLabel('Должность исполнителя').fill('консультант');
    await page.getByRole('button', { name: 'Создать черновик' }).click();
    await page.waitForURL(/\/drafts\/[\w-]{21}$/);
    // Who prepares letters says so once.
    const next = await page.context().newPage();
    await next.goto(`${app.url}/drafts/new?template=final-reply-answer`);
    await expect.poll(() => next.getByLabel('Должность исполнителя').inputValue()).toBe('консультант');
    await next.close();
    const address = page.url();
    await saved(page);

    // Values stand in the letter; what is not filled in is loud, and the form fills it for the whole letter.
    expect(await letter(page).textContent()).toContain('Здравствуйте, Анна Петровна!');
    const topic = letter(page).locator('[data-variable="тема"]');
    expect(await topic.textContent()).toBe('((тема))');
    expect(await topic.getAttribute('class')).toContain('letter-variable-missing');
    await page.getByLabel('О чём письмо').fill('записи на приём');
    await expect.poll(() => topic.textContent()).toBe('записи на приём');
    await page.getByLabel('До какого дня придёт ответ').fill('2026-12-18');
    await expect
      .poll(() => letter(page).textContent())
      .toContain('не позднее 18\u00a0декабря 2026\u00a0года');

    // «посредством» is underlined while it is typed, and replaced in one click.
    await typeAtEnd(page, 3, ' Записаться можно посредством звонка.');
    const finding = letter(page).locator('.finding', { hasText: 'посредством' });
    await finding.waitFor({ timeout: 10_000 });
    await finding.click();
    const card = page.locator('article', { hasText: 'посредством' });
    await card.getByRole('button', { name: 'Заменить' }).click();
    await expect.poll(() => letter(page).textContent()).not.toContain('посредством');
    expect(await letter(page).locator('.finding', { hasText: 'посредством' }).count()).toBe(0);
    await saved(page);

    // A colleague sees the text and the caret, and is seen.
    const colleague = await person();
    await colleague.page.goto(address);
    await saved(colleague.page);
    expect(await written(colleague.page)).toBe(await written(page));
    await colleague.page.getByLabel('Как Вас подписать').fill('Борис, отдел обращений');
    await typeAtEnd(colleague.page, 4, ' Мы поможем.');
    await page.locator('.letter-caret-name', { hasText: 'Борис, отдел обращений' }).waitFor();
    await expect.poll(() => letter(page).textContent()).toContain('Мы поможем.');
    const list = await person();
    await list.page.goto(`${app.url}/drafts`);
    expect(await list.page.getByRole('row', { name: /Первичный ответ/ }).textContent()).toContain(
      'Борис, отдел обращений',
    );

    // The server restarts; both are told, and everything is there again.
    const before = await written(page);
    await saved(colleague.page);
    await app.restart();
    await saved(page);
    expect(await written(page)).toBe(before);
    const later = await person();
    await later.page.goto(`${app.url}/drafts`);
    await later.page.getByRole('link', { name: 'Первичный ответ · 102-41' }).click();
    await saved(later.page);
    expect(await written(later.page)).toBe(before);
    expect([...complaints, ...colleague.complaints, ...later.complaints]).toEqual([]);
  }, 180_000);

  it('WR-7: copies the reply as plain text, but not while a variable is unfilled: then it leads there, or asks why', async () => {
    const { page } = await person();
    const { тема, ...most } = everything;
    await makeDraft(page, most);
    await page.getByLabel('Как Вас подписать').fill('Анна');
    await page.evaluate(() => navigator.clipboard.writeText('прежнее'));
    const copy = page.getByRole('button', { name: 'Скопировать текст' });
    const dialog = page.getByRole('dialog', { name: 'Письмо не готово' });
    await page.getByText('Ссылка для оценки', { exact: false }).first().waitFor();
    await copy.click();
    await dialog.getByRole('button', { name: 'О чём письмо' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.field')?.textContent))
      .toContain('О чём письмо');
    await page.keyboard.type(тема);

    // The profile has no address for the rating: nothing is made up, the writer is told what to do.
    await copy.click();
    await dialog.getByRole('button', { name: 'Ссылка для оценки обращения' }).waitFor();
    expect(await dialog.getByRole('button', { name: 'О чём письмо' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await clipboard(page)).toBe('прежнее');
    await letter(page)
      .locator(':scope > p', { hasText: 'Нам важно знать' })
      .click({ clickCount: 3, position: { x: 20, y: 8 } });
    await page.keyboard.press('Delete');
    await expect.poll(() => letter(page).locator('[data-variable="ссылка для оценки"]').count()).toBe(0);

    // The sentence is gone, and with it a part that the order demands: the letter leaves with a reason.
    await page.getByRole('listitem').filter({ hasText: 'Ссылка для оценки — не хватает' }).waitFor();
    await copy.click();
    await dialog.getByRole('button', { name: 'Ссылка для оценки', exact: true }).waitFor();
    await dialog.getByLabel('напишите почему').fill('Опрос ещё не открыт.');
    await dialog.getByRole('button', { name: 'Всё равно скопировать' }).click();
    await page.getByText('Скопировано').waitFor();
    const text = await clipboard(page);
    expect(text).toContain('Здравствуйте, Анна Петровна!');
    expect(text).toContain('20\u00a0ноября 2026\u00a0года');
    expect(text).not.toContain('((');
    expect(text).not.toContain('Копию я пришлю');
    expect(text.split('\n\n').length).toBeGreaterThan(4);
  });

  it('switches text under a flag on and off', async () => {
    const { page } = await person();
    await makeDraft(page, everything);
    await page.getByRole('button', { name: '+ Клиент просит продублировать ответ' }).click();
    expect(await page.getByLabel('Клиент просит продублировать ответ').isChecked()).toBe(true);
    await letter(page).getByText('Копию я пришлю').waitFor();
    // The button went away, so the focus goes on to what the text under the flag still lacks.
    const channel = page.getByLabel('Второй канал клиента');
    await expect.poll(() => channel.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await channel.getAttribute('aria-required')).toBe('true');
    await channel.selectOption('письмом на Ваш почтовый адрес');
    await expect
      .poll(() => letter(page).textContent())
      .toContain('Копию я пришлю письмом на Ваш почтовый адрес.');
    await page.getByLabel('Клиент просит продублировать ответ').uncheck();
    await expect.poll(() => letter(page).getByText('Копию я пришлю').isVisible()).toBe(false);
  });
});

describe('findings', () => {
  it('go by keyboard: F8 leads to the next one, Enter replaces it, Escape goes back to the letter', async () => {
    const { page } = await person();
    await makeDraft(page, everything);
    await typeAtEnd(page, 0, ' Записаться можно посредством звонка. Вопрос взят на контроль.');
    await letter(page).locator('.finding', { hasText: 'контроль' }).waitFor({ timeout: 10_000 });
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('article')?.textContent))
      .toContain('посредством');
    await page.keyboard.press('Enter');
    await expect.poll(() => letter(page).textContent()).not.toContain('посредством');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('article')?.textContent))
      .toContain('контроль');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.classList.contains('ProseMirror')))
      .toBe(true);
    await page.keyboard.press('Control+z');
    await expect.poll(() => letter(page).textContent()).toContain('посредством звонка');
  });

  it('that are left as they are stay away for everybody in the draft, and can be shown again', async () => {
    const { page } = await person();
    const url = await makeDraft(page, everything);
    await typeAtEnd(page, 0, ' Вопрос взят на контроль.');
    const underlined = (one: Page) => letter(one).locator('.finding', { hasText: 'контроль' });
    await underlined(page).first().waitFor({ timeout: 10_000 });
    await underlined(page).first().click();
    await page.locator('article.active').getByRole('button', { name: 'Оставить' }).click();
    await page.locator('article.active').getByRole('button', { name: 'Понятно ошиблось' }).click();
    await expect.poll(() => underlined(page).count()).toBe(0);
    await saved(page);
    const colleague = await person();
    await colleague.page.goto(app.url + url);
    await colleague.page.getByText('Оставлено как есть: 1').waitFor({ timeout: 10_000 });
    expect(await underlined(colleague.page).count()).toBe(0);
    await colleague.page.getByText('Оставлено как есть: 1').click();
    await colleague.page.getByRole('button', { name: /^Вернуть замечание/ }).click();
    await underlined(page).first().waitFor();
  });

  it('stay where their words are while a colleague types above them', async () => {
    const { page } = await person();
    const url = await makeDraft(page, everything);
    await typeAtEnd(page, 3, ' Записаться можно посредством звонка.');
    await letter(page).locator('.finding', { hasText: 'посредством' }).waitFor({ timeout: 10_000 });
    const colleague = await person();
    await colleague.page.goto(app.url + url);
    await saved(colleague.page);
    await typeAtEnd(colleague.page, 0, ' Мы получили письмо.');
    await expect.poll(() => letter(page).textContent()).toContain('Мы получили письмо.');
    expect(await letter(page).locator('.finding', { hasText: 'посредством' }).textContent()).toContain(
      'посредством',
    );
  });
});

describe('the state line', () => {
  it('says that there is no connection, keeps typing, and saves when it is back', async () => {
    const { page } = await person();
    await makeDraft(page, everything);
    // The browser's own switch does not cut sockets that are open, so the server goes away, as in a crash.
    const restarted = app.restart('SIGKILL');
    await page.waitForSelector('[data-save-state="offline"]', { timeout: 20_000 });
    expect(await page.locator('[data-save-state]').textContent()).toContain(
      'правки хранятся в\u00a0этом браузере',
    );
    await typeAtEnd(page, 0, ' Без связи.');
    await restarted;
    await saved(page);
    const other = await person();
    await other.page.goto(page.url());
    await saved(other.page);
    expect(await letter(other.page).textContent()).toContain('Без связи.');
  });

  it('keeps what was typed without connection in this browser, over a reload of the page', async () => {
    const { page } = await person();
    await makeDraft(page, everything);
    await page.routeWebSocket(/collaboration/, (socket) => socket.close());
    page.on('dialog', (dialog) => dialog.accept());
    await page.reload();
    await page.waitForSelector('[data-save-state="offline"]');
    await letter(page).locator('p').first().waitFor();
    await typeAtEnd(page, 0, ' Только здесь.');
    expect(await page.locator('[data-save-state]').textContent()).toContain('Нет связи');
    await page.waitForSelector('[data-kept-here="true"]');
    await page.reload();
    await letter(page).getByText('Только здесь.').waitFor();
  });

  it('tells a person whose draft was deleted', async () => {
    const { page } = await person();
    const url = await makeDraft(page);
    await page.request.delete(`${app.url}/api${url}`);
    await page.waitForSelector('[data-save-state="gone"]');
    expect(await page.locator('[data-save-state]').textContent()).toBe('Черновик удалён');
  });
});

describe('the look of the desk', () => {
  it('has no accessibility findings in any theme and width', async () => {
    const { page } = await person();
    await makeDraft(page, { номер: '7' });
    await typeAtEnd(page, 0, ' Записаться можно посредством звонка.');
    await letter(page).locator('.finding').first().waitFor({ timeout: 10_000 });
    await page.keyboard.press('F8');
    expect(await findingsOfEveryLook(page)).toEqual([]);
    for (const path of ['/drafts', '/drafts/new', '/drafts/new?template=first-reply-general']) {
      await page.goto(app.url + path);
      await page.locator('h1').waitFor();
      expect(await findingsOfEveryLook(page), path).toEqual([]);
    }
  });

  it('has a toolbar that is one stop of Tab and goes by arrows', async () => {
    const { page } = await person();
    await makeDraft(page, everything);
    const tools = page.getByRole('toolbar', { name: 'Оформление письма' }).getByRole('button');
    expect(
      await tools.evaluateAll((all) => all.filter((one) => one.getAttribute('tabindex') === '0').length),
    ).toBe(1);
    await tools.first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Курсив');
    await page.keyboard.press('End');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Повторить');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Полужирный');
  });

  it('prints the letter alone', async () => {
    const { page } = await person();
    await makeDraft(page, everything);
    await typeAtEnd(page, 0, ' Решение будет принято.');
    await letter(page).locator('.finding').first().waitFor({ timeout: 10_000 });
    await page.emulateMedia({ media: 'print' });
    for (const role of ['toolbar', 'complementary', 'navigation'] as const)
      expect(await page.getByRole(role).filter({ visible: true }).count(), role).toBe(0);
    expect(await letter(page).getByText('Решение будет принято').isVisible()).toBe(true);
  });

  it('does not lose a variable when the person types while it is selected', async () => {
    const { page } = await person();
    await makeDraft(page, everything);
    await letter(page)
      .locator(':scope > p')
      .nth(0)
      .click({ position: { x: 5, y: 8 } });
    await page.keyboard.press('Home');
    for (let step = 0; step < 'Здравствуйте, '.length + 1; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('!');
    expect(await letter(page).locator('[data-variable="имя отчество"]').count()).toBe(1);
  });
});
