import type { Editor } from '@tiptap/core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { App } from './app.ts';

/** A writer with a browser of his or her own; what the page complains about is kept. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

/** Opens a browser for a writer who has said what he or she is called. */
export async function writerIn(
  browser: Browser,
  name: string,
  viewport = { width: 1280, height: 800 },
  options: BrowserContextOptions = {},
): Promise<Person> {
  const context = await browser.newContext({
    viewport,
    permissions: ['clipboard-write'],
    locale: 'ru-RU',
    ...options,
  });
  if (name !== '')
    await context.addInitScript((own) => {
      if (localStorage.getItem('ponyatno.name') === null) localStorage.setItem('ponyatno.name', own);
    }, name);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  return { page, context, complaints };
}

export const letterOf = (page: Page) => page.locator('.ProseMirror');

/** What is written, without the names at the carets. */
export const writtenOn = (page: Page) =>
  letterOf(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const extra of copy.querySelectorAll('.letter-caret, .ProseMirror-widget')) extra.remove();
    return copy.textContent;
  });

export const savedOn = (page: Page) => page.waitForSelector('[data-save-state="saved"]');

/** A filled-in first reply. */
export const knownValues: Readonly<Record<string, string>> = {
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

/** Makes a first reply; gives its address. */
export async function newDraft(app: App, page: Page, values = knownValues): Promise<string> {
  const answer = await page.request.post(`${app.url}/api/drafts`, {
    data: { template: 'first-reply-general', urgent: false, received: '2026-11-20T17:00', values },
  });
  const { url } = await answer.json();
  return app.url + url;
}

/** Opens a draft and waits until it is here. */
export async function openDraft(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await letterOf(page).locator('p').first().waitFor();
  await savedOn(page);
}

/** Selects words of the letter as a person would with the mouse, and waits until the editor knows; a place can be made of one paragraph only. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await letterOf(page).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      element.closest<HTMLElement>('.ProseMirror')?.focus();
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return;
    }
    throw new Error(`«${wanted}» is not in one run of the letter.`);
  }, words);
  await editorHas(page, words);
}

/**
 * The editor reads the selection of the page a moment later, on a busy machine a long one: what is typed before goes where the caret
 * was.
 */
async function editorHas(page: Page, words: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const letter = document.querySelector<HTMLElement & { editor?: Editor }>('.ProseMirror');
    const { doc, selection } = letter?.editor?.state ?? {};
    return selection && doc?.textBetween(selection.from, selection.to) === wanted;
  }, words);
}

/** Puts the caret behind words of the letter. */
export async function caretBehind(page: Page, words: string): Promise<void> {
  await selectWords(page, words);
  await page.keyboard.press('ArrowRight');
  await editorHas(page, '');
}
