import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeNext } from './next.ts';

it.each([
  ['/drafts/abc?x=1#c', '/drafts/abc?x=1#c'],
  ['/functions', '/functions'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/x/../..//evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?next=/sign-in', '/'],
  ['/api/sign-out', '/'],
  ['', '/'],
  [null, '/'],
])('leads from %j to %j', (wanted, next) => {
  expect(safeNext(wanted)).toBe(next);
});

it('never leads to another server, whatever is asked for', () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '..',
    '.',
    '@',
    ':',
    'evil.example',
    '%2f',
    '%5c',
    '\t',
    '\n',
    '?',
    '#',
    'http:',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part).map((parts) => parts.join('')),
      ),
      (wanted) => {
        const next = safeNext(wanted);
        expect(new URL(next, 'https://ours.example').origin).toBe('https://ours.example');
        expect(next).toMatch(/^\/(?![/\\])/);
      },
    ),
    { numRuns: 2_000 },
  );
});
