import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Speller } from './speller.ts';

const words = [
  'аттестация',
  'горячая',
  'департамент',
  'жалоба',
  'заявитель',
  'заявление',
  'консультация',
  'обжалование',
  'обжаловать',
  'обращение',
  'ответ',
  'отдел',
  'отказ',
  'персональный',
  'претензия',
  'приём',
  'сертификат',
  'согласие',
  'срок',
]
  .map((word) => word.replace('ё', 'е'))
  .sort();
const speller = new Speller(words, () => 1);
const best = (typed: string) => words[speller.near(typed)[0]?.index ?? -1];

describe('the speller', () => {
  it.each([
    ['абращение', 'обращение'],
    ['обрашение', 'обращение'],
    ['обарщение', 'обращение'],
    ['обжалавание', 'обжалование'],
    ['притензия', 'претензия'],
    ['сертефикат', 'сертификат'],
    ['атестация', 'аттестация'],
    ['персанальный', 'персональный'],
    ['срк', 'срок'],
    ['отвт', 'ответ'],
    ['кансультация', 'консультация'],
    ['жалоьа', 'жалоба'],
    ['лбращение', 'обращение'],
  ])('%s → %s', (typed, meant) => {
    expect(best(typed)).toBe(meant);
  });

  it('leaves words alone that are near to nothing', () => {
    expect(speller.near('сервитут')).toEqual([]);
    expect(speller.near('ы')).toEqual([]);
    expect(speller.near('')).toEqual([]);
    expect(speller.near('а'.repeat(10_000))).toEqual([]);
  });

  it('prefers the frequent word among equals', () => {
    const pair = ['рота', 'роща'];
    const meant = (frequent: number) =>
      pair[new Speller(pair, (index) => (index === frequent ? 100 : 0)).near('роха')[0]?.index ?? -1];
    expect(meant(0)).toBe('рота');
    expect(meant(1)).toBe('роща');
  });

  it('finds every word after one swap, one missing and one wrong letter inside', () => {
    const long = words.filter((word) => word.length >= 7);
    assert(
      property(
        constantFrom(...long),
        integer({ min: 1, max: 5 }),
        constantFrom('swap', 'drop', 'wrong'),
        (word, at, slip) => {
          const letters = [...word];
          const [one = '', other = ''] = letters.slice(at, at + 2);
          if (slip === 'swap') letters.splice(at, 2, other, one);
          if (slip === 'drop') letters.splice(at, 1);
          if (slip === 'wrong') letters.splice(at, 1, 'ф');
          const typed = letters.join('');
          if (words.includes(typed)) return;
          expect(speller.near(typed).map((near) => words[near.index])).toContain(word);
        },
      ),
    );
  });
});
