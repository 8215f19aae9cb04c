import { openDictionary } from '@ponyatno/russian/node';
import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherAgencies, otherIndex } from '../evaluation/other/index.ts';
import { search } from './search.ts';

const indexes = otherAgencies.map((agency) => otherIndex(openDictionary(), agency));
const letters = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';
const fillers = ['', 'как', 'пожалуйста', 'абырвалг', 'ыыыы', 'зюзюблик', '12345', 'xyz', '???'];

/** Spoils a word by one slip: a letter lost, doubled, changed, or two in the wrong order. */
function spoil(word: string, kind: number, place: number, letter: string): string {
  const at = 1 + (place % Math.max(1, word.length - 2));
  switch (kind) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + word.charAt(at) + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    case 3:
      return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
    default:
      return word;
  }
}

describe('a page of answers', () => {
  it('KB-2: is never empty while a word of the pages is near to one of the query', () => {
    const words = indexes.map(({ vocabulary }) =>
      vocabulary.data.forms.filter(
        (form) => /^[а-я]{5,}$/.test(form) && !vocabulary.analyser.isStopWord(form),
      ),
    );
    const queries = record({
      index: integer({ min: 0, max: indexes.length - 1 }),
      word: integer({ min: 0 }),
      kind: integer({ min: 0, max: 4 }),
      place: integer({ min: 0, max: 40 }),
      letter: constantFrom(...letters),
      before: array(constantFrom(...fillers), { maxLength: 3 }),
      after: array(constantFrom(...fillers), { maxLength: 3 }),
    });
    assert(
      property(queries, ({ index, word, kind, place, letter, before, after }) => {
        const vocabulary = words[index] ?? [];
        const typed = spoil(vocabulary[word % vocabulary.length] ?? '', kind, place, letter);
        const query = [...before, typed, ...after].join(' ');
        const found = indexes[index];
        expect(found && search(found, query, { audience: 'staff' }).hits.length, query).toBeGreaterThan(0);
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['schools', 'свет', 'совет'],
    ['city', 'удалят', 'удаляют'],
  ] as const)(
    'KB-2: takes a word that only the synonyms have for a slip too: %s, «%s» for «%s»',
    (agency, typed, meant) => {
      const found = indexes[otherAgencies.indexOf(agency)];
      expect(found?.vocabulary.data.forms).toContain(meant);
      expect(found && search(found, typed, { audience: 'staff' }).hits).not.toEqual([]);
    },
  );
});
