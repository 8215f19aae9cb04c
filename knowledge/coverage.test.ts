import { describe, expect, it } from 'vitest';
import { coverage } from './coverage.ts';
import { readFolder } from './read/index.ts';
import { contentFolder, functionFiles } from './testing/content-folder.ts';

describe('the coverage matrix', () => {
  it('KB-4: has a row for each function and a cell for each material, with the pages that fill it', async () => {
    const { content } = await readFolder(
      await contentFolder({ ...functionFiles('visits'), 'functions/visits/cases/first.mdx': undefined }),
    );
    const rows = coverage(content);
    expect(rows.map((row) => [row.function.id, row.complete])).toEqual([
      ['requests', true],
      ['visits', false],
    ]);
    expect(
      rows[1]?.cells.map(({ material, count, pages }) => [material, count, pages.map(({ id }) => id)]),
    ).toEqual([
      ['acts', 1, ['visits-act']],
      ['jobs', 1, ['visits-job']],
      ['faq', 1, ['visits-wait']],
      ['templates', 1, ['visits-reply']],
      ['cases', 0, []],
      ['contacts', 1, ['visits']],
    ]);
  });
});
