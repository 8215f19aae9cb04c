import { openDictionary } from '@ponyatno/russian/node';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndexFrom } from '../index.ts';
import { page } from '../support/pages.ts';
import { search } from './search.ts';

const dictionary = openDictionary();
const filler = 'Сотрудник вежливо слушает и записывает всё нужное. ';

function excerpt(text: string, query: string): string {
  const index = buildIndexFrom({ pages: [page('one', 'Страница', text)], synonyms: [] }, dictionary);
  return search(index, query, { audience: 'staff' }).hits[0]?.excerpt ?? '';
}

describe('the excerpt', () => {
  it('is the whole passage when that is short', () => {
    expect(excerpt('Ответ придёт.\nЖдите письма.', 'ответ')).toBe('Ответ придёт. Ждите письма.');
  });

  it('is the piece with most of the query, begun at a sentence', () => {
    const text = `${filler.repeat(8)}Жалобу рассмотрит прокурор. ${filler.repeat(8)}Жалоба. ${filler.repeat(3)}`;
    expect(excerpt(text, 'жалобы прокурору')).toMatch(/^Жалобу рассмотрит прокурор\. /);
  });

  it('is a piece of the text, at most 240 characters, cut between words', () => {
    const part = constantFrom(
      filler,
      'прокурор ',
      'жалоба,\n',
      'слово'.repeat(9),
      ' ',
      'б'.repeat(300),
      '. ',
      '«Да!» ',
    );
    assert(
      property(array(part, { minLength: 1, maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const found = excerpt(`Жалоба. ${text}`, 'жалоба прокурору');
        const whole = `Жалоба. ${text}`
          .replace(/[^\S\n]+/g, ' ')
          .replace(/ ?\n\s*/g, '\n')
          .replaceAll('\n', ' ');
        expect(found.length).toBeLessThanOrEqual(240);
        expect(found.length).toBeGreaterThan(0);
        const start = whole.indexOf(found);
        expect(start).toBeGreaterThanOrEqual(0);
        if (!/\S{230}/.test(whole)) {
          expect(start === 0 || /\s/.test(whole.charAt(start - 1))).toBe(true);
          const next = whole.charAt(start + found.length);
          expect(next === '' || /\s/.test(next)).toBe(true);
        }
      }),
    );
  });
});
