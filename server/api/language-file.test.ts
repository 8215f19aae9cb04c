import { describe, expect, it } from 'vitest';
import { accepts } from './language-file.ts';

describe('accepts', () => {
  it.each([
    ['br', true],
    ['gzip, deflate, br', true],
    ['gzip;q=1.0, BR ; q=0.5', true],
    ['gzip', false],
    ['br;q=0', false],
    ['br; q=0.0', false],
    ['brotli', false],
    ['', false],
    [undefined, false],
  ])('%j → %s', (header, expected) => {
    expect(accepts(header, 'br')).toBe(expected);
  });
});
