import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings } from './support/accessibility.ts';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';
import {
  caretBehind,
  knownValues,
  letterOf,
  newDraft,
  openDraft,
  selectWords,
  writerIn,
  writtenOn,
} from './support/desk.ts';

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Pastes HTML as the browser does when it comes from another program. */
const paste = (page: Page, html: string) =>
  letterOf(page).evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', given);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim(),
  );

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><o:x/></xml><![endif]--></head><body><!--StartFragment-->
<p class=MsoNormal style='color:red'>При\u00adложите <b>документы</b>:<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>паспорт<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>справку<o:p></o:p></p>
<p class=MsoNormal><img src="data:image/png;base64,AA==" onerror="document.title='взлом'"><a href="javascript:document.title='взлом'">тут</a></p>
<!--EndFragment--></body></html>`;

describe('pasting', () => {
  it('takes text, marks and real lists from Word, and says what was left out', async () => {
    const { page, complaints } = await writerIn(browser, 'Ирина');
    await openDraft(page, await newDraft(app, page));
    await caretBehind(page, 'Это займёт минуту.');
    await paste(page, fromWord);
    await letterOf(page).locator('ul li', { hasText: 'справку' }).waitFor();
    const letter = letterOf(page);
    expect(
      await letter.locator('ul').evaluateAll((lists) => lists.map((list) => list.children.length)),
    ).toContain(2);
    expect(await letter.locator('strong', { hasText: 'документы' }).count()).toBe(1);
    expect(await writtenOn(page)).toContain('Приложите документы:');
    expect(
      await letter.locator('img:not(.ProseMirror-separator), a[href^="javascript"], [style*="red"]').count(),
    ).toBe(0);
    const notice = page.getByRole('alert').filter({ hasText: 'Вставлен только текст' });
    await notice.waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await notice.getByRole('button', { name: 'Понятно' }).click();
    await expect.poll(() => notice.count()).toBe(0);
    expect(await page.title()).not.toContain('взлом');
    // The policy of the page refuses styles and handlers already while they are read: only that may be told.
    expect(complaints.filter((one) => !one.includes('Content Security Policy'))).toEqual([]);
  });
});

describe('the toolbar', () => {
  it('makes and changes a table by keyboard, and gives the text the focus back', async () => {
    const { page } = await writerIn(browser, 'Ирина');
    await openDraft(page, await newDraft(app, page));
    await caretBehind(page, 'Это займёт минуту.');
    await page.keyboard.press('Alt+F10');
    await expect.poll(() => focused(page)).toBe('Полужирный');
    const toolTo = async (name: string) => {
      for (let step = 0; step < 25 && (await focused(page)) !== name; step += 1)
        await page.keyboard.press('ArrowRight');
      expect(await focused(page)).toBe(name);
      await page.keyboard.press('Enter');
    };
    await toolTo('Таблица');
    const rows = letterOf(page).locator('table tr');
    await expect.poll(() => rows.count()).toBe(3);
    await expect.poll(() => focused(page)).toBe('Текст письма');
    // The heads of the columns are empty still, and are said to be.
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Alt+F10');
    await toolTo('+ строка ниже');
    await expect.poll(() => rows.count()).toBe(4);
    await page.keyboard.press('Alt+F10');
    await toolTo('+ столбец справа');
    await expect.poll(() => letterOf(page).locator('table tr').first().locator('th, td').count()).toBe(3);
    for (const words of ['Срок', 'Сумма', 'Итог']) {
      await page.keyboard.type(words);
      await page.keyboard.press('Tab');
    }
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Alt+F10');
    await toolTo('Удалить таблицу');
    await expect.poll(() => rows.count()).toBe(0);
    await page.keyboard.press('Alt+F10');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('Текст письма');
  });

  it('puts a table behind a variable that is selected, and not in its place', async () => {
    const { page } = await writerIn(browser, 'Ирина');
    await openDraft(page, await newDraft(app, page));
    const name = letterOf(page).locator('[data-variable="имя отчество"]');
    await letterOf(page).evaluate((element) => element.focus());
    await selectWords(page, 'Здравствуйте, ');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByRole('button', { name: 'Таблица', exact: true }).click();
    await letterOf(page).locator('table').waitFor();
    expect(await name.textContent()).toBe('Анна Петровна');
  });

  it('refuses what is no address and understands a mailbox', async () => {
    const { page } = await writerIn(browser, 'Ирина', { width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await openDraft(page, await newDraft(app, page));
    await selectWords(page, 'Оцените это');
    await page.getByRole('button', { name: 'Ссылка', exact: true }).click();
    await page.getByLabel('Адрес ссылки').fill('javascript:alert(1)');
    await page.getByText(/^Это не.адрес/).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.getByLabel('Адрес ссылки').fill('priem@example.ru');
    await page.keyboard.press('Enter');
    await letterOf(page).locator('a[href="mailto:priem@example.ru"]').waitFor();
  });
});

describe('the parts of the letter', () => {
  it('WR-6: an empty variable is no registration; each part leads to its field or its place', async () => {
    const { page } = await writerIn(browser, 'Ирина');
    const { номер: _, ...without } = knownValues;
    await openDraft(page, await newDraft(app, page, without));
    const parts = page.locator('details', { hasText: 'Что должно быть в письме' });
    const registration = parts.getByRole('button', { name: /Номер и дата регистрации — не заполнено/ });
    await registration.waitFor({ timeout: 30_000 });
    await registration.click();
    await expect
      .poll(() =>
        page.evaluate(() =>
          (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent?.trim(),
        ),
      )
      .toMatch(/номер/i);
    await page.keyboard.type('102-41');
    await parts.getByRole('button', { name: /Номер и дата регистрации — есть/ }).waitFor({ timeout: 15_000 });
    expect(await accessibilityFindings(page)).toEqual([]);
    await parts.getByRole('button', { name: /Срок ответа по существу — есть/ }).click();
    await expect.poll(() => focused(page)).toBe('Текст письма');
    const paragraph = await page.evaluate(
      () => getSelection()?.anchorNode?.parentElement?.closest('p')?.textContent,
    );
    expect(paragraph).toMatch(/18\sдекабря/);
  });
});
