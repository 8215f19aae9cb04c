import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDictionary } from '@ponyatno/russian/node';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { FileLinter } from '#linting';
import { contentFolder } from '../../knowledge/testing/content-folder.ts';
import { readDocx } from './docx.ts';
import { readSource } from './files.ts';
import { findFiles } from './find-files.ts';
import { fixFile, formatFixed, swapsAndRewrites } from './fix-file.ts';

/** A Word document with this body. */
async function docx(body: string): Promise<Buffer> {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'nodebuffer' });
}

const run = (text: string, style = '') =>
  `<w:r><w:rPr>${style}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const body = [
  paragraph(run('Ответ на письмо')),
  paragraph(),
  paragraph(run('Подайте заявление поср'), run('едством портала', '<w:b/>'), run('.')),
  `<w:tbl><w:tr><w:tc>${paragraph(run('Срок'))}</w:tc><w:tc>${paragraph(run('5 мая'))}</w:tc></w:tr></w:tbl>`,
  paragraph(
    run('Первая строка'),
    '<w:r><w:br/></w:r><w:r><w:br/></w:r>',
    run('вторая'),
    '<w:del w:id="1" w:author="a"><w:r><w:delText>удалено</w:delText></w:r></w:del>',
    '<w:r><w:tab/></w:r>',
    run('конец'),
  ),
].join('');

describe('Word documents', () => {
  it('give the words of their paragraphs, tables too, without what is deleted', async () => {
    expect(await readDocx(await docx(body), 'a.docx')).toBe(
      'Ответ на письмо\n\nПодайте заявление посредством портала.\n\nСрок\n\n5 мая\n\nПервая строка\nвторая\tконец',
    );
  });

  it('are linted as letters, by paragraph, and never changed', async () => {
    const folder = await contentFolder({ 'agency.yml': {} });
    const path = join(folder, 'письмо.docx');
    const bytes = await docx(body);
    await writeFile(path, bytes);
    await writeFile(join(folder, '~$письмо.docx'), 'владелец');
    expect((await findFiles([folder], folder)).filter((file) => file.endsWith('.docx'))).toEqual([path]);
    const file = await readSource(path, folder);
    const dictionary = openDictionary();
    const linter = new FileLinter({ dictionary, min: 'warning' }, { content: folder });
    expect(linter.lint(file)).toMatchObject({
      unit: 'paragraph',
      messages: [{ rule: 'officialese', actual: 'посредством портала' }],
    });
    const fixed = await fixFile(file, linter, dictionary, swapsAndRewrites);
    expect(formatFixed([fixed])).toBe(
      'Готовых замен нет: файлы не изменены.\nДокументы Word исправляют в самом Word: «письмо.docx».',
    );
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });

  it('that are none are named', async () => {
    await expect(readDocx(Buffer.from('не архив'), 'a.docx')).rejects.toThrow(
      'Файл «a.docx» не читается как документ Word.',
    );
  });
});
