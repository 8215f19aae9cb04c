import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableOf, testNames } from './table.ts';
import { requirements } from './titles.ts';

// `npm run requirements`: which tests bear which requirement of the orders; ends with 1 when one has none.
const root = join(import.meta.dirname, '../..');
const files = globSync('*/**/*.test.ts', { cwd: root, exclude: ['node_modules/**', '**/node_modules/**'] });
const tests = files
  .toSorted()
  .flatMap((file) => testNames(readFileSync(join(root, file), 'utf8')).map((name) => ({ file, name })));
const rows = tableOf(requirements, tests);
for (const { id, title, tests: bearing } of rows) {
  const where = [...new Set(bearing.map(({ file }) => file))];
  console.log(`${id.padEnd(6)} ${String(bearing.length).padStart(3)}  ${title}`);
  for (const file of where) console.log(`            ${file}`);
}
const bare = rows.filter(({ tests: bearing }) => bearing.length === 0).map(({ id }) => id);
console.log(
  `\n${rows.length} requirements, ${bare.length} without a test${bare.length > 0 ? `: ${bare.join(', ')}` : ''}.`,
);
process.exitCode = bare.length > 0 ? 1 : 0;
