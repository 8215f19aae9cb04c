import { writeFileSync } from 'node:fs';
import { filesOf, pageFile, repositoryTable, requirementsPage } from './repository.ts';

// `npm run requirements`: which tests bear which requirement of the orders, printed and as docs/requirements.md; ends with 1
// when one has none.
const rows = repositoryTable();
for (const row of rows) {
  console.log(`${row.id.padEnd(6)} ${String(row.tests.length).padStart(3)}  ${row.title}`);
  for (const file of filesOf(row)) console.log(`            ${file}`);
}
const bare = rows.filter(({ tests }) => tests.length === 0).map(({ id }) => id);
console.log(
  `\n${rows.length} requirements, ${bare.length} without a test${bare.length > 0 ? `: ${bare.join(', ')}` : ''}.`,
);
writeFileSync(pageFile, requirementsPage(rows));
process.exitCode = bare.length > 0 ? 1 : 0;
