import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from './support/app.ts';
import { launchBrowser } from './support/chromium.ts';
import {
  knownValues,
  letterOf,
  newDraft,
  openDraft,
  savedOn,
  selectWords,
  writerIn,
} from './support/desk.ts';

/** Texts that run as a program where a page takes them for markup: each would set `pwned`. */
const hostile = [
  '<script>window.pwned=1</script>',
  '"><img src=x onerror=window.pwned=2>',
  "'><svg/onload=window.pwned=3>",
  '</title></textarea></style><script>window.pwned=4</script>',
  '<a href="javascript:window.pwned=5" autofocus onfocus=window.pwned=5>ссылка</a>',
  'javascript:window.pwned=6//',
  '<iframe srcdoc="<script>parent.pwned=7</script>"></iframe>',
  '<math><mtext><table><mglyph><style><!--</style><img src=x onerror=window.pwned=8>',
  '<details open ontoggle=window.pwned=9>',
  '{constructor.constructor("window.pwned=10")()}',
  '<svg><animate onbegin=window.pwned=11 attributeName=x dur=1s>',
  '<form action=javascript:window.pwned=12><button autofocus onfocus=window.pwned=12>',
  '&lt;img src=x onerror=window.pwned=13&gt;',
  '<base href=//evil.example><link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=javascript:window.pwned=15">',
  '\u202e<img/src/onerror=window.pwned=16>',
] as const;
const all = hostile.join(' ');

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

/** A person whose browser does not keep to our policy: what is harmless must be so by itself. */
async function person(name: string) {
  const opened = await writerIn(browser, name, undefined, { bypassCSP: true });
  contexts.push(opened.context);
  opened.page.on('request', (request) => {
    if (!request.url().startsWith(app.url)) opened.complaints.push(`asked ${request.url()}`);
  });
  return opened;
}

/** That nothing ran, and that nothing stands in the page that could run. */
async function expectHarmless(page: Page, complaints: readonly string[], where: string): Promise<void> {
  const found = await page.evaluate(() => ({
    pwned: Reflect.get(window, 'pwned'),
    handlers: [...document.querySelectorAll('*')]
      .filter((element) => element.getAttributeNames().some((name) => name.startsWith('on')))
      .map((element) => element.outerHTML.slice(0, 120)),
    strangers: [
      ...document.querySelectorAll(
        'script:not([src]), iframe, object, embed, base, meta[http-equiv=refresh], [href^="javascript:" i], [action^="javascript:" i], [src^="javascript:" i], math, animate',
      ),
    ].map((element) => element.outerHTML.slice(0, 120)),
  }));
  expect({ where, ...found, complaints }).toEqual({ where, handlers: [], strangers: [], complaints: [] });
}

describe('hostile text', () => {
  it('in an address is text on every page that shows it', async () => {
    const { page, complaints } = await person('');
    const said = (path: (text: string) => string) => hostile.map((text) => path(encodeURIComponent(text)));
    const one = encodeURIComponent(all);
    const addresses = [
      ...said((text) => `/?q=${text}`).slice(0, 6),
      `/?q=${one}&filed=${one}&kind=${one}`,
      `/refresh?month=${one}`,
      `/refresh/report?from=${one}&to=${one}`,
      `/drafts/new?template=${one}`,
      `/drafts/${one}`,
      `/drafts/${one}/print`,
      `/propose?file=${one}`,
      `/call/report?from=${one}&to=${one}`,
      `/call/training?function=${one}`,
      `/${one}`,
      `/rules/${one}`,
    ];
    for (const address of addresses) {
      await page.goto(app.url + address);
      await expectHarmless(page, complaints, address.slice(0, 60));
    }
  });

  it('in a question nobody could answer is text for the unit', async () => {
    for (const query of hostile)
      await fetch(`${app.url}/api/gaps`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ query, kind: 'filed' }),
      });
    const { page, complaints } = await person('');
    await page.goto(`${app.url}/refresh`);
    // The order of words and the signs are lost in the log; the words themselves are there to be read.
    expect(await page.locator('main').textContent()).toContain('pwned');
    await expectHarmless(page, complaints, '/refresh');
  });

  it('in a name, a title, the fields, the words and the comments of a letter is text for everybody in it', async () => {
    const values = { ...knownValues, тема: all, 'имя отчество': hostile[1], должность: hostile[2] };
    const anna = await person(hostile[1]);
    const url = await newDraft(app, anna.page, values);
    const id = url.split('/').at(-1);
    await anna.page.request.patch(`${app.url}/api/drafts/${id}`, { data: { title: all.slice(0, 200) } });
    await openDraft(anna.page, url);
    await letterOf(anna.page).focus();
    await anna.page.keyboard.press('Control+End');
    await anna.page.keyboard.insertText(`${all} `);
    for (const html of [all, ...hostile])
      await letterOf(anna.page).evaluate((element, pasted) => {
        const data = new DataTransfer();
        data.setData('text/html', `<p>вставлено ${pasted}</p>`);
        data.setData('text/plain', pasted);
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      }, html);
    await selectWords(anna.page, 'Здравствуйте');
    await anna.page.keyboard.press('Control+Alt+KeyM');
    await anna.page.getByRole('textbox', { name: 'Комментарий', exact: true }).waitFor();
    await anna.page.keyboard.insertText(all);
    await anna.page.keyboard.press('Control+Enter');
    await anna.page.locator('[data-thread-card]').first().waitFor();
    await savedOn(anna.page);
    await expectHarmless(anna.page, anna.complaints, 'the desk of the one who writes');

    const boris = await person('Борис');
    await openDraft(boris.page, url);
    await boris.page.getByRole('tab', { name: /^Комментарии/ }).click();
    await boris.page.locator('[data-thread-card]').first().waitFor();
    expect(await letterOf(boris.page).textContent()).toContain('window.pwned=1');
    await expectHarmless(boris.page, boris.complaints, 'the desk of a colleague');
    for (const path of ['/drafts', `/drafts/${id}/print`]) {
      await boris.page.goto(app.url + path);
      await expectHarmless(boris.page, boris.complaints, path);
    }
  });

  it('in a page that is proposed is a fault or text, and never runs in the preview', async () => {
    const { page, complaints } = await person('');
    await page.goto(`${app.url}/functions`);
    let shown = 0;
    for (const text of [
      '[ссылка](javascript:window.pwned=20)',
      '[ссылка](&#106;ava&#115;cript:window.pwned=21 "x\' onmouseover=window.pwned=21")',
      '![рисунок](x" onerror="window.pwned=22) &lt;img src=x onerror=window.pwned=22&gt;',
      '<img src="x" onerror="window.pwned=23" />',
      '<Page id="line-hours" onclick="window.pwned=24" />',
      '<Note onmouseover="window.pwned=25" style="x">слово</Note>',
      hostile[0],
    ]) {
      const title = `Вопрос ${hostile[1].replaceAll('"', '')}?`;
      const fields = `id: hostile\ntitle: '${title}'\nfunction: consultation-line\nspoken: '${hostile[13]}'`;
      const answer = await page.request.post(`${app.url}/api/proposals/check`, {
        data: {
          file: 'faq/consultation-line/active-listening.mdx',
          text: `---\n${fields}\n---\n\n${text}\n`,
        },
      });
      const { preview = '' } = (await answer.json()) as { preview?: string };
      if (preview !== '') shown += 1;
      await page.setContent(`<main>${preview}</main>`);
      await expectHarmless(page, complaints, `the preview of ${text}`);
    }
    expect(shown).toBeGreaterThanOrEqual(2);
  });
});
