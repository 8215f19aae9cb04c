import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentFolder } from '../testing/content-folder.ts';
import { readFolder } from './index.ts';
import { withPage } from './with-page.ts';

const content = resolve(import.meta.dirname, '../../content');

describe('a page by way of trial', () => {
  it('gives the same content as reading the folder with that page in it', async () => {
    const before = await readFolder(content);
    for (const page of before.content.pages.filter((_, index) => index % 29 === 0)) {
      const text = await readFile(join(content, page.file), 'utf8');
      const trial = withPage(before, page.file, text);
      expect(trial?.reading.content.pages).toEqual(before.content.pages);
      expect(trial?.reading.problems).toEqual(before.problems);
    }
  });

  it('hands a new unit of a function on to the pages of the function', async () => {
    const folder = await contentFolder({});
    const before = await readFolder(folder);
    const owner = before.content.pages.find(({ kind }) => kind === 'function');
    if (owner === undefined) throw new Error('The folder of the tests has no function.');
    const text = await readFile(join(folder, owner.file), 'utf8');
    const trial = withPage(before, owner.file, text.replace(/^unit: .*$/m, 'unit: another-unit'));
    expect(trial?.reading.content.page(owner.id)?.unit).toBe('another-unit');
  });

  it('leaves out a page whose fields are wrong, and says why', async () => {
    const before = await readFolder(content);
    const page = before.content.pagesOf('faq')[0];
    const trial = withPage(before, page?.file ?? '', '---\ntitle: Да\n---\n\nТекст.\n');
    expect(trial?.readable).toBe(false);
    expect(trial?.reading.content.pages).toHaveLength(before.content.pages.length - 1);
    expect(trial?.reading.problems.filter(({ file }) => file === page?.file).length).toBeGreaterThan(2);
    expect(trial?.body).toBe('\nТекст.\n');
  });

  it('knows no page outside the folders of pages', async () => {
    const reading = await readFolder(content);
    expect(withPage(reading, 'refresh/2026-11/unit.yml', '')).toBeUndefined();
    expect(withPage(reading, '../faq/x/y.mdx', '')).toBeUndefined();
  });
});
