import { describe, expect, it } from 'vitest';
import { lint } from '../../support/linting.ts';
import { sentences } from './sentences.ts';

const isMissing = (part: string, text: string) =>
  lint(text, { letter: 'any', letters: { any: { parts: [{ part }] } } }).some((one) => one.part === part);

describe.each(Object.entries(sentences))('WR-6…WR-13, LN-1, LN-6, OT-1: %s', (part, { there, missing }) => {
  it.each(there)('is there: %s', (text) => {
    expect(isMissing(part, text)).toBe(false);
  });

  it.each(missing)('is missing: %s', (text) => {
    expect(isMissing(part, text)).toBe(true);
  });
});
