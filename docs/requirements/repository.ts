import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Row, tableOf, testNames } from './table.ts';
import { requirements } from './titles.ts';

export const root: string = join(import.meta.dirname, '../..');
/** The page that is written from the table. */
export const pageFile: string = join(root, 'docs/requirements.md');

/** The requirements with the tests of this repository. */
export function repositoryTable(): Row[] {
  const files = globSync('*/**/*.test.ts', { cwd: root, exclude: ['node_modules/**', '**/node_modules/**'] });
  const tests = files
    .toSorted()
    .flatMap((file) => testNames(readFileSync(join(root, file), 'utf8')).map((name) => ({ file, name })));
  return tableOf(requirements, tests);
}

/** The files of a row, each once. */
export function filesOf({ tests }: Row): string[] {
  return [...new Set(tests.map(({ file }) => file))];
}

/** The table as a page. */
export function requirementsPage(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const files = filesOf(row).map((file) => `[${file}](../${file})`);
    return `| ${row.id} | ${row.title} | ${files.length > 0 ? files.join('<br>') : '**none**'} |`;
  });
  return `# Requirements of the orders and their tests

Written by \`npm run requirements\`: change the tests, not this page. The ids are those of the five orders; a test bears one by its name.

| id | what is demanded | tests |
|---|---|---|
${lines.join('\n')}
`;
}
