import { describe, expect, it } from 'vitest';
import type { GlossaryEntry } from '#knowledge';
import { glossaryByLetter } from './glossary.ts';

const entry = (term: string): GlossaryEntry => ({
  id: 'entry',
  term,
  explanation: 'Что это такое.',
  plain: [],
  synonyms: [],
  known: false,
  audience: 'staff',
});

describe('glossaryByLetter', () => {
  it('orders terms by the Russian alphabet whatever their capitals, Ё with Е, foreign letters last', () => {
    const groups = glossaryByLetter(['ЕПГУ', 'PDF', 'ёлка', 'акт', 'АНО', 'единица', 'URL', 'яр'].map(entry));
    expect(groups.map(({ letter, entries }) => [letter, entries.map(({ term }) => term)])).toEqual([
      ['А', ['акт', 'АНО']],
      ['Е', ['единица', 'ёлка', 'ЕПГУ']],
      ['Я', ['яр']],
      ['A–Z', ['PDF', 'URL']],
    ]);
  });
});
