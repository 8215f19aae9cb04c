import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pageFile, repositoryTable, requirementsPage } from './repository.ts';
import { tableOf, testNames } from './table.ts';
import { requirements } from './titles.ts';

it('finds the tests that bear a requirement, however they are written', () => {
  const source = [
    "it('ZZ-1: one', () => {});",
    'it.each([1, 2])("ZZ-2: two %s", () => {});',
    'describe(`ZZ-3`, () => {',
    "  test.skip(\n    'ZZ-1, ZZ-4: many',",
    "// ZZ-5 in a comment bears nothing, neither does exit('ZZ-6')",
    "it.each([\n  ['x', 1],\n])('ZZ-7: %s', () => {});",
  ].join('\n');
  expect(testNames(source)).toEqual(
    expect.arrayContaining(['ZZ-1: one', 'ZZ-2: two %s', 'ZZ-3', 'ZZ-1, ZZ-4: many']),
  );
  expect(testNames(source).join()).not.toMatch(/ZZ-[56]/);
});

it('knows 77 requirements, shows the bare ones and refuses ids that nobody knows', () => {
  expect(Object.keys(requirements)).toHaveLength(77);
  const file = 'a.test.ts';
  const rows = tableOf({ 'RF-1': 'one', 'RF-2': 'two' }, [{ file, name: 'RF-1: monthly' }]);
  expect(rows.map(({ id, tests }) => [id, tests.length])).toEqual([
    ['RF-1', 1],
    ['RF-2', 0],
  ]);
  expect(() => tableOf({ 'RF-1': 'one' }, [{ file, name: 'RF-9: x' }])).toThrow(/RF-9 \(a\.test\.ts\)/);
});

it('has a test for every requirement, and a page that says which', () => {
  const rows = repositoryTable();
  expect(rows.filter(({ tests }) => tests.length === 0).map(({ id }) => id)).toEqual([]);
  expect(readFileSync(pageFile, 'utf8'), 'Write it anew: npm run requirements').toBe(requirementsPage(rows));
});
