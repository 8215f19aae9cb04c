/**
 * What a keystroke in a long letter costs in a real Chromium, and how soon a finding is shown:
 * `npx node bench/typing.ts [--characters 10000] [--keys 150] [--findings 10]`.
 * The letter is made of sentences of our content, with the findings they have; the linter, the state line and the connection work
 * as they do for a writer. A keystroke's cost is the processor time of the main thread until the next one: its own handling,
 * the list of findings and all else the page does because of it.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { readContent } from '#knowledge';
import { startApp } from '../e2e/support/app.ts';
import { launchBrowser } from '../e2e/support/chromium.ts';
import { letterOf, newDraft, openDraft, savedOn, writerIn } from '../e2e/support/desk.ts';
import { percentile } from './search/statistics.ts';

const { values } = parseArgs({
  options: {
    characters: { type: 'string', default: '10000' },
    keys: { type: 'string', default: '150' },
    findings: { type: 'string', default: '10' },
  },
});

/** What the browser tells apart of the main thread's work. */
const parts = ['Script', 'RecalcStyle', 'Layout', 'Task'] as const;
/** Keys before the engine has compiled the code. */
const warmUp = 30;
/** As fast as a good typist: twelve keys a second. */
const keyMs = 80;
const typed = 'Документы можно подать и через портал, тогда ответ придёт туда же в срок. ';
/** What the linter finds wherever it stands in a letter. */
const wrong = 'осуществляли проверку документов';

const app = await startApp();
const browser = await launchBrowser();
try {
  const { page } = await writerIn(browser, 'Анна');
  await openDraft(page, await newDraft(app, page));
  await paste(page, await letterText(Number(values.characters)));
  await page.waitForSelector('.ProseMirror .finding', { timeout: 60_000 });
  await savedOn(page);
  const length = (await letterOf(page).textContent())?.length;
  console.log(
    `${length} characters, ${await page.locator('.ProseMirror .finding').count()} findings underlined`,
  );
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await caretIntoTheMiddle(page);
  const before = await spentOn(session);
  report('main thread a keystroke, ms of processor', await costs(page, session, Number(values.keys)));
  const after = await spentOn(session);
  const mean = parts.map(
    (part) => `${part} ${((after[part] - before[part]) / (warmUp + Number(values.keys))).toFixed(1)}`,
  );
  console.log(`of it, the mean: ${mean.join(', ')}`);
  report('finding shown after the last key, ms', await delays(page, Number(values.findings)));
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await browser.close();
  await app.stop();
}

/** Paragraphs of our content, so many characters of them. */
async function letterText(characters: number): Promise<string> {
  const { content } = await readContent('content');
  const paragraphs = content.pages
    .flatMap(({ sections }) => sections.map(({ text }) => text.replaceAll(/\s+/g, ' ').trim()))
    .filter((text) => text.length > 150 && text.length < 700);
  const taken: string[] = [];
  for (let length = 0, next = 0; length < characters && next < paragraphs.length; next += 1) {
    const paragraph = paragraphs[next] ?? '';
    taken.push(paragraph);
    length += paragraph.length;
  }
  return taken.join('\n\n');
}

async function paste(page: Page, text: string): Promise<void> {
  await letterOf(page).click();
  await page.keyboard.press('Control+End');
  await letterOf(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function caretIntoTheMiddle(page: Page): Promise<void> {
  const paragraphs = letterOf(page).locator('p');
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click();
  await page.keyboard.press('End');
  await page.waitForTimeout(1_000);
}

/** What each key costs; the first ones do not count. */
async function costs(page: Page, session: CDPSession, keys: number): Promise<number[]> {
  const spent: number[] = [];
  let before = await spentOn(session);
  for (let key = 0; key < warmUp + keys; key += 1) {
    await page.keyboard.insertText(typed[key % typed.length] ?? '');
    await page.waitForTimeout(keyMs);
    const after = await spentOn(session);
    if (key >= warmUp) spent.push(after.Task - before.Task);
    before = after;
  }
  return spent;
}

/** Milliseconds of processor that the main thread of the page has used. */
async function spentOn(session: CDPSession): Promise<Readonly<Record<(typeof parts)[number], number>>> {
  const { metrics } = await session.send('Performance.getMetrics');
  const spent = (part: string) =>
    (metrics.find(({ name }) => name === `${part}Duration`)?.value ?? Number.NaN) * 1_000;
  return {
    Script: spent('Script'),
    RecalcStyle: spent('RecalcStyle'),
    Layout: spent('Layout'),
    Task: spent('Task'),
  };
}

/** From the last key of a sentence to the frame that shows its finding, each time in a paragraph of its own. */
async function delays(page: Page, times: number): Promise<number[]> {
  const shown: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const words = `Мы ${wrong} № ${time}.`;
    await page.keyboard.type(words, { delay: 40 });
    shown.push(
      await page.evaluate(
        ([marked]) =>
          new Promise<number>((done) => {
            const last = performance.now();
            const look = () => {
              const paragraph = [...document.querySelectorAll('.ProseMirror p')].find((one) =>
                one.textContent?.includes(marked ?? ''),
              );
              if (paragraph?.querySelector('.finding')) done(performance.now() - last);
              else requestAnimationFrame(look);
            };
            look();
          }),
        [words],
      ),
    );
    await page.waitForTimeout(500);
  }
  return shown;
}

function report(what: string, times: readonly number[]): void {
  const [p50, p95, most] = [50, 95, 100].map((share) => percentile(times, share).toFixed(1));
  console.log(`${what}: p50 ${p50}, p95 ${p95}, most ${most} (${times.length})`);
}
