import { JSDOM } from 'jsdom';
import { afterEach, expect, it, vi } from 'vitest';
import { markStaleChecks } from './freshness.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What a page says of its check at a moment of the reader's own clock. */
function saidOn(now: Date, attributes: string): string[] {
  const { document } = new JSDOM(`<dl><dd ${attributes}>ноябрь 2026 года</dd></dl>`).window;
  vi.stubGlobal('document', document);
  markStaleChecks(now);
  return [...document.querySelectorAll('.tag')].map(({ textContent }) => textContent);
}

it('RF-1: a page read in a later month than it was checked in says so, whenever it was built', () => {
  const checked = 'data-checked="2026-11"';
  expect(saidOn(new Date(2026, 10, 30, 23, 59), checked)).toEqual([]);
  expect(saidOn(new Date(2026, 11, 1, 0, 0), checked)).toEqual(['в этом месяце не проверено']);
  expect(saidOn(new Date(2027, 0, 15), checked)).toEqual(['в этом месяце не проверено']);
});

it('RF-1: what freshness.json proved is no longer said once its days are over', () => {
  const proven = 'data-checked="2026-12" data-proven-until="2026-12-27"';
  expect(saidOn(new Date(2026, 11, 27, 23, 59), proven)).toEqual([]);
  expect(saidOn(new Date(2026, 11, 28, 0, 0), proven)).toEqual(['уже не доказано']);
});

it('RF-1: a page without a check is left as it is', () => {
  expect(saidOn(new Date(2027, 0, 15), '')).toEqual([]);
});
