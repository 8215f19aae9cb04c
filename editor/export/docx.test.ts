import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { letterSchema } from '../schema/schema.ts';
import { blocksOf } from '../text/blocks.ts';
import { letterDocx } from './docx.ts';
import { layout } from './layout.ts';
import type { Requisites } from './requisites.ts';
import { paragraphTexts, resolvedBlocks } from './resolved.ts';
import { anyLetter, given, testValues } from './testing.ts';
import { twips } from './units.ts';
import { xmlText } from './xml-text.ts';

const requisites: Requisites = {
  agency: 'Департамент молодёжной политики Новосибирской области',
  details: ['630007, г. Новосибирск, Красный проспект, д. 18', '8 (383) 228-67-88', 'dmp.nso.ru'],
  incoming: { number: '102-41', date: '20.11.2026' },
  addressee: ['Петровой Анне Петровне', 'ул. Ленина, д. 1, кв. 2,', 'г. Новосибирск, 630004'],
  heading: 'О записи на личный приём',
  signer: { post: 'Руководитель департамента', name: 'С. В. Федорчук' },
  executor: ['Ирина Сергеевна Павлова', '8 (383) 228-67-80'],
};
const bare: Requisites = {
  agency: '',
  details: [],
  incoming: { number: '', date: '' },
  addressee: [],
  heading: '',
  signer: undefined,
  executor: [],
};

const letter = Node.fromJSON(letterSchema, {
  type: 'doc',
  content: [
    paragraph('Здравствуйте, ', { type: 'variable', attrs: { name: 'имя' } }, '!'),
    paragraph('Вы спросили, как записаться. '),
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [item('Позвоните.', { type: 'bulletList', content: [item('днём')] }), item('Приходите.')],
    },
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Часы' }] },
    {
      type: 'table',
      content: [row('tableHeader', 'День', 'Часы'), row('tableCell', 'понедельник', '9–18')],
    },
    { type: 'blockquote', content: [paragraph('Слова закона.')] },
    { type: 'signature', content: [paragraph('С уважением,'), paragraph('отдел приёма')] },
  ],
});

function paragraph(...content: (string | object)[]) {
  return {
    type: 'paragraph',
    content: content.map((one) => (typeof one === 'string' ? { type: 'text', text: one } : one)),
  };
}
function item(text: string, ...others: object[]) {
  return { type: 'listItem', content: [paragraph(text), ...others] };
}
function row(type: string, ...cells: string[]) {
  return { type: 'tableRow', content: cells.map((text) => ({ type, content: [paragraph(text)] })) };
}

async function file(document: Node, own: Requisites = requisites): Promise<Buffer> {
  return letterDocx({ title: 'Ответ', requisites: own, blocks: resolvedBlocks(document, testValues) });
}
const rawText = async (buffer: Buffer) => (await mammoth.extractRawText({ buffer })).value;
async function part(buffer: Buffer, name: string): Promise<string> {
  const zip = await JSZip.loadAsync(buffer);
  return (await zip.file(name)?.async('string')) ?? '';
}
/** One space for spaces of any kind, none at the edges of a line. */
const plain = (text: string) =>
  xmlText(text)
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/^ | $/gm, '');
const withoutEmpty = (texts: readonly string[]) => texts.map(plain).filter((text) => text.trim() !== '');

describe('letterDocx', () => {
  it('has the margins, the font and the first page without a number of ГОСТ Р 7.0.97-2016', async () => {
    const buffer = await file(letter);
    const document = await part(buffer, 'word/document.xml');
    const attributes = (tag: string) =>
      Object.fromEntries(
        [...(new RegExp(`<w:${tag} ([^>]*)/>`).exec(document)?.[1] ?? '').matchAll(/w:(\w+)="([^"]*)"/g)].map(
          ([, name, value]) => [name, Number(value)],
        ),
      );
    expect(attributes('pgMar')).toMatchObject({
      left: twips(30),
      right: twips(10),
      top: twips(20),
      bottom: twips(20),
      header: twips(10),
    });
    expect(attributes('pgSz')).toMatchObject({ w: twips(210), h: twips(297) });
    expect(document).toContain('<w:titlePg/>');
    const headers = await Promise.all([1, 2].map((number) => part(buffer, `word/header${number}.xml`)));
    const numbered = headers.filter((xml) => xml.includes('PAGE'));
    expect(numbered).toHaveLength(1);
    expect(numbered[0]).toContain('<w:jc w:val="center"/>');
    const styles = await part(buffer, 'word/styles.xml');
    expect(styles).toContain(`<w:sz w:val="${layout.fontSize * 2}"/>`);
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toContain(`w:firstLine="${twips(12.5)}"`);
    expect(styles).toContain('<w:lang w:val="ru-RU"/>');
  });

  it('puts the requisites around the text, in the order of the standard', async () => {
    const lines = (await rawText(await file(letter))).split('\n').filter((line) => line.trim() !== '');
    expect(lines).toEqual([
      'Департамент молодёжной политики Новосибирской области',
      '630007, г. Новосибирск, Красный проспект, д. 18',
      '8 (383) 228-67-88',
      'dmp.nso.ru',
      '_____________ № _____________',
      'На № 102-41 от 20.11.2026',
      'Петровой Анне Петровне',
      'ул. Ленина, д. 1, кв. 2,',
      'г. Новосибирск, 630004',
      'О записи на личный приём',
      'Здравствуйте, Анна Петровна!',
      'Вы спросили, как записаться. ',
      'Позвоните.',
      'днём',
      'Приходите.',
      'Часы',
      'День',
      'Часы',
      'понедельник',
      '9–18',
      'Слова закона.',
      'С уважением,',
      'отдел приёма',
      'Руководитель департамента',
      'С. В. Федорчук',
      'Ирина Сергеевна Павлова',
      '8 (383) 228-67-80',
    ]);
  });

  it('centres the greeting, numbers lists from where they start, frames the executor at the foot', async () => {
    const buffer = await file(letter);
    const document = await part(buffer, 'word/document.xml');
    const paragraphWith = (text: string) =>
      document.match(/<w:p>.*?<\/w:p>/gs)?.find((one) => one.includes(text)) ?? '';
    expect(paragraphWith('Здравствуйте')).toContain('<w:jc w:val="center"/>');
    expect(paragraphWith('Вы спросили')).not.toContain('<w:jc');
    expect(paragraphWith('Ирина Сергеевна')).toMatch(
      /<w:framePr [^>]*w:vAnchor="margin"[^>]*w:yAlign="bottom"/,
    );
    expect(await part(buffer, 'word/numbering.xml')).toContain('<w:start w:val="3"/>');
    const { value } = await mammoth.convertToHtml({ buffer });
    expect(value).toContain('<ol><li>Позвоните.<ul><li>днём</li></ul></li><li>Приходите.</li></ol>');
    expect(value).toContain('<h2>Часы</h2>');
    expect(value).toMatch(/<thead><tr><th><p><strong>День<\/strong>/);
  });

  it('keeps bold, italic, underline and links', async () => {
    const marks = [{ type: 'bold' }, { type: 'italic' }];
    const link = [{ type: 'link', attrs: { href: 'https://example.ru/a?b=1&c=2' } }];
    const { value } = await mammoth.convertToHtml(
      {
        buffer: await file(
          Node.fromJSON(letterSchema, {
            type: 'doc',
            content: [
              paragraph({ type: 'text', text: 'важно', marks }, ' ', {
                type: 'text',
                text: 'здесь',
                marks: link,
              }),
              paragraph(
                { type: 'text', text: 'черта', marks: [{ type: 'underline' }] },
                { type: 'hardBreak' },
                'дальше',
              ),
            ],
          }),
          bare,
        ),
      },
      { styleMap: ['u => u'] },
    );
    expect(value).toContain('<strong><em>важно</em></strong>');
    expect(value).toContain('<a href="https://example.ru/a?b=1&amp;c=2">');
    expect(value).toContain('<u>черта</u><br />дальше');
  });

  it('shows a value that is not filled in, and nothing of what is switched off', async () => {
    const document = Node.fromJSON(letterSchema, {
      type: 'doc',
      content: [
        paragraph('Письмо № ', { type: 'variable', attrs: { name: 'пусто' } }, '.', {
          type: 'condition',
          attrs: { flag: 'нет' },
          content: [{ type: 'text', text: ' Копия придёт.' }],
        }),
      ],
    });
    const buffer = await file(document, bare);
    expect(await rawText(buffer)).toContain('Письмо № ((пусто)).\n');
    expect(await part(buffer, 'word/document.xml')).toContain('<w:highlight w:val="yellow"/>');
  });

  it('has the text of the letter, paragraph by paragraph, whatever the letter is', async () => {
    await fc.assert(
      fc.asyncProperty(anyLetter, async (document) => {
        const expected = withoutEmpty(
          blocksOf(
            document,
            given({ имя: 'Анна Петровна', пункты: 'первый\nвторой', пусто: '((пусто))', да: true }),
          ).map(({ text }) => text),
        );
        expect(withoutEmpty(paragraphTexts(resolvedBlocks(document, testValues)))).toEqual(expected);
        const buffer = await file(document, bare);
        const read = (await rawText(buffer)).split('\n\n');
        const from = read.findIndex((line) => line.startsWith('На №')) + 1;
        // The reader gives no line breaks, so spaces are left to the tests above.
        const letters = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/\s+/g, ''));
        expect(letters(withoutEmpty(read.slice(from)))).toEqual(letters(expected));
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
