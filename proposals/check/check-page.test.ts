import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentFolder } from '../../knowledge/testing/content-folder.ts';
import { before, file } from '../testing/agency-repository.ts';
import { PageChecker } from './check-page.ts';

async function checker(
  changes: Record<string, string> = {},
): Promise<{ folder: string; checker: PageChecker }> {
  const folder = await contentFolder({ [file]: before, ...changes });
  return { folder, checker: new PageChecker(folder, async (_, shown) => shown) };
}

describe('the check of a page that is being changed', () => {
  it('finds nothing in a page without a fault', async () => {
    const { checker: own } = await checker();
    expect((await own.check(file, before)).problems).toEqual([]);
  });

  it('LN-2: gives findings of the linter with ready replacements at their place in the text', async () => {
    const { checker: own } = await checker();
    const text = before.replace('Мы отвечаем', 'Посредством почты мы отвечаем');
    const { problems } = await own.check(file, text);
    const finding = problems.find(({ replacements }) => replacements !== undefined);
    expect(finding).toMatchObject({ source: 'words', line: 8, column: 1, endLine: 8 });
    const [first] = finding?.replacements ?? [];
    const [from = 0, to = 0] = first?.range ?? [];
    expect(text.slice(from, to)).toContain('Посредством');
    expect(finding?.path).toBeUndefined();
  });

  it('names the field of the front matter', async () => {
    const { checker: own } = await checker();
    const short = await own.check(file, before.replace(/^title: .*$/m, 'title: Ку'));
    expect(short.problems).toMatchObject([
      { severity: 'error', source: 'content', rule: 'schema', path: ['title'], line: 3 },
    ]);
    const act = await own.check(
      file,
      before.replace('\n---\n\n', '\nbasis:\n  - act: order-m\n  - act: none\n---\n\n'),
    );
    expect(act.problems).toMatchObject([{ rule: 'unknown-act', path: ['basis', 1, 'act'] }]);
    const words = await own.check(
      file,
      before.replace('Ответ придёт за', 'Ответ придёт посредством почты за'),
    );
    expect(words.problems[0]).toMatchObject({ source: 'words', path: ['spoken'] });
  });

  it('KB-2: says what the change breaks elsewhere', async () => {
    const link = before
      .replace('id: when-reply', 'id: other')
      .replace('Когда придёт ответ?', 'Куда звонить?')
      .replace('Мы отвечаем', 'Смотрите <Page id="when-reply">ответ</Page>. Мы отвечаем');
    const { checker: own } = await checker({ 'faq/requests/other.mdx': link });
    const { problems } = await own.check(file, before.replace('id: when-reply', 'id: renamed'));
    expect(problems).toMatchObject([
      {
        severity: 'error',
        message: expect.stringContaining('Из-за этой правки: faq/requests/other.mdx, строка 8'),
      },
    ]);
  });

  it('keeps quiet about faults that others have anyway', async () => {
    const { checker: own } = await checker({ 'faq/requests/wrong.mdx': '---\ntitle: x\n---\n' });
    expect((await own.check(file, before)).problems).toEqual([]);
  });

  it('sees what has changed on disk meanwhile', async () => {
    const { folder, checker: own } = await checker();
    const text = before.replace('Мы отвечаем', '<Term id="mfc">МФЦ</Term>: мы отвечаем');
    expect((await own.check(file, text)).problems[0]).toMatchObject({ rule: 'unknown-term' });
    await writeFile(
      join(folder, 'glossary.yml'),
      '- id: mfc\n  term: МФЦ\n  expansion: многофункциональный центр\n  explanation: место, где принимают документы\n',
    );
    expect((await own.check(file, text)).problems).toEqual([]);
  });

  it('obeys the settings beside the content', async () => {
    const { checker: own } = await checker({ 'ponyatno.yml': 'ignore: [faq/**]\n' });
    const text = before.replace('Мы отвечаем', 'Посредством почты мы отвечаем');
    expect((await own.check(file, text)).problems).toEqual([]);
  });

  it('takes any text', async () => {
    const { checker: own } = await checker();
    const pieces = fc.constantFrom(
      '---\n',
      '\n',
      '<Note>',
      '</Note>',
      '<Step id="a">',
      '{',
      '}',
      'title: да',
      '  - ',
      ': ',
      '"',
      '\r\n',
      '\uFEFF',
      '| а | б |\n|---|---|\n',
      '((имя',
      '))',
      '\uD800',
      '[x](javascript:1)',
      'import a from "b"\n',
      '<!--',
      '&lt;',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }),
        fc.boolean(),
        async (parts, whole) => {
          const text = whole ? before + parts.join('') : parts.join('');
          const { problems, preview } = await own.check(file, text);
          expect(preview).toBe(file);
          for (const { line = 1, column = 1, replacements = [] } of problems) {
            expect(line).toBeGreaterThan(0);
            expect(column).toBeGreaterThan(0);
            for (const { range } of replacements) expect(range[1]).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('says that a page is too long for the linter', async () => {
    const { checker: own } = await checker();
    const { problems } = await own.check(file, `${before}\n${'Мы ответим завтра. '.repeat(11_000)}`);
    expect(problems).toMatchObject([{ rule: 'too-long', severity: 'warning' }]);
  });
});
