import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowedLink } from '../../schema/extensions.ts';
import { linkAddress } from './link-address.ts';

describe('linkAddress', () => {
  it.each([
    ['dmp.nso.ru', 'https://dmp.nso.ru'],
    [' https://dmp.nso.ru/page/1 ', 'https://dmp.nso.ru/page/1'],
    ['москва.рф/услуги', 'https://москва.рф/услуги'],
    ['example.ru:8080', 'https://example.ru:8080'],
    ['a@example.ru', 'mailto:a@example.ru'],
    ['mailto:a@example.ru', 'mailto:a@example.ru'],
    ['8 (383) 238-73-20', 'tel:83832387320'],
    ['+7 383 238-73-20', 'tel:+73832387320'],
  ])('understands «%s»', (typed, address) => {
    expect(linkAddress(typed)).toBe(address);
  });

  it.each([
    '',
    'слово',
    'два слова.ру',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://',
    'file:///a.b',
    '//',
  ])('refuses «%s»', (typed) => {
    expect(linkAddress(typed)).toBeUndefined();
  });

  it('gives nothing that may not stand in a letter', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const address = linkAddress(typed);
        if (address !== undefined) expect(isAllowedLink(address)).toBe(true);
      }),
    );
  });
});
