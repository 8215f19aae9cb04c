import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { readFolder, withPage } from '#knowledge';
import { previewPage } from './page.ts';

const folder = resolve(import.meta.dirname, '../../content');
const reading = await readFolder(folder);
const file = 'faq/agency/preview.mdx';
const front =
  '---\nid: preview\ntitle: Вопрос\nfunction: agency\nspoken: Ответ, который можно прочитать вслух.\n---\n\n';

async function shown(body: string, head = front): Promise<string> {
  const trial = withPage(reading, file, head + body);
  if (trial === undefined) throw new Error('No page may stand there.');
  return previewPage(trial, file);
}

/** Everything in HTML that could run, load or lead to a program. */
function dangers(html: string): string[] {
  const found: string[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }) => {
    if (/^(?:script|style|iframe|object|embed|form|link|meta|base|svg|math|template|button)$/.test(tagName))
      found.push(tagName);
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name) || name === 'style' || name === 'srcDoc') found.push(name);
      if (
        /^(?:href|src)$/.test(name) &&
        /^\s*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:/i.test(String(value))
      )
        found.push(String(value));
    }
  });
  return found;
}

describe('the preview of a page', () => {
  it('shows components as the site does', async () => {
    expect(await shown('<Note>Смотрите ниже.</Note>')).toContain(
      '<div class="note"><strong class="head">К сведению</strong>Смотрите ниже.</div>',
    );
    expect(await shown('<Warning>\n\nСтоп.\n\n</Warning>')).toContain(
      '<div class="note warn"><strong class="head">Важно</strong><p>Стоп.</p></div>',
    );
    expect(await shown('Звоните: <Value path="line.phone" />.')).toMatch(/class="(?:value phone|missing)"/);
    expect(await shown('Есть <Value path="no.such" />.')).toContain('<b>не указано:</b>');
    expect(await shown('Смотрите <Page id="no-such">там</Page>.')).toContain('Смотрите там.');
    expect(await shown('| а | б |\n|:-:|--:|\n| 1 | 2 |')).toContain('<div class="table"><table>');
    expect(await shown('Письмо для ((имя)).')).toContain('<span class="variable">');
  });

  it('shows what can be read of a page with faults', async () => {
    expect(await shown('Текст.', '---\ntitle: Только заголовок\n---\n')).toContain(
      '<h1>Только заголовок</h1>',
    );
    expect(await shown('<Unknown>внутри</Unknown>')).toContain('внутри');
    expect(await shown('<Note>не закрыт')).toContain('<h1>Вопрос</h1>');
    expect(await shown('', '')).toBe('');
  });

  it('reads every page of the content', async () => {
    for (const page of reading.content.pages.filter((_, index) => index % 11 === 0)) {
      const trial = withPage(reading, page.file, readFileSync(join(folder, page.file), 'utf8'));
      const html = trial ? await previewPage(trial, page.file) : '';
      expect(html, page.file).toContain('<h1>');
      expect(dangers(html), page.file).toEqual([]);
    }
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src="x" onerror="alert(1)" />',
    '[a](javascript:alert(1))',
    '[a](JAVA\tSCRIPT:alert(1))',
    '![a](data:text/html,x)',
    '<a href="javascript:1">x</a>',
    '<Page id="x" onclick="alert(1)">x</Page>',
    '<Note style="position:fixed">x</Note>',
    '<Term id={alert(1)}>x</Term>',
    '{process.exit()}',
    'export const a = process.exit()\n',
    '<div dangerouslySetInnerHTML={{__html: "<script>1</script>"}} />',
    '<svg onload="alert(1)"></svg>',
    '<iframe srcdoc="x"></iframe>',
    '[a]: javascript:1\n\n[a]',
    '<vbscript:x>',
  ])('lets nothing run: %s', async (body) => {
    expect(dangers(await shown(body))).toEqual([]);
  });

  it('lets nothing run, whatever is written', async () => {
    const piece = fc.constantFrom(
      '<script>',
      '</script>',
      '<img src=x onerror=alert(1)>',
      '[x](',
      'javascript:',
      ')',
      '<a href="',
      '">',
      '<Note>',
      '</Note>',
      '`',
      '"',
      "'",
      '\n\n',
      '&#106;avascript:',
      '<!--',
      '{',
      '}',
      '<svg/onload=1>',
      '![',
      '](data:text/html,1)',
      'title: ',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 14 }),
        fc.array(piece, { maxLength: 3 }),
        async (body, title) => {
          const head = front.replace('Вопрос', JSON.stringify(title.join('')));
          expect(dangers(await shown(body.join(''), head))).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
