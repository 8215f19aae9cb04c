import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isAllowed, licencesPage, pageFile, shipped } from './list.ts';

it('everything that is installed for running is under a licence we may ship', () => {
  const packages = shipped();
  expect(packages.length).toBeGreaterThan(300);
  expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
});

it('the list of licences is that of the lock', () => {
  expect(readFileSync(pageFile, 'utf8'), 'Write it anew: npm run licences').toBe(licencesPage(shipped()));
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(LGPL-2.0 OR GPL-2.0 OR MPL-1.1)', true],
  ['MIT AND CC-BY-SA-4.0', true],
  ['MIT AND GPL-3.0-only', false],
  ['GPL-3.0-or-later', false],
  ['SSPL-1.0', false],
  ['unknown', false],
])('%s: %s', (licence, expected) => {
  expect(isAllowed(licence)).toBe(expected);
});
