import { openDictionary } from '@ponyatno/russian/node';
import { array, assert, constantFrom, property, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search } from '../engine/search.ts';
import { buildIndexFrom } from '../index.ts';
import { page } from '../support/pages.ts';
import type { IndexSource } from './build.ts';
import { LiveIndex } from './live.ts';
import type { PageSource } from './sources.ts';

const dictionary = openDictionary();

// Few words for many pages: so they share words, lose the last page with a word, and stand level.
const words =
  'ответ ответы срок сроки письмо письма обращение жалоба обжалование обжаловать приём записаться запись отказ закон 59-ФЗ 20.08.2024 228-67-88 не по в как госуслуги справка выписка'.split(
    ' ',
  );
const queries = [
  ...words,
  'ответ на письмо',
  'jndtn',
  'абжалование',
  'жалоб',
  'как записаться',
  'ЕПГУ',
  'срокк ответв',
  'письм',
  'закон 59',
  'зап',
  'кот',
  'сообщение',
];
const phrase = (most: number) =>
  array(constantFrom(...words), { minLength: 1, maxLength: most }).map((list) => list.join(' '));
const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const pages = record({
  id: constantFrom(...ids),
  title: phrase(3),
  text: phrase(12),
  spoken: phrase(4),
  queries: array(phrase(3), { maxLength: 2 }),
  kind: constantFrom('faq', 'template', 'contact'),
  audience: constantFrom('public', 'staff'),
  checked: constantFrom('', '2026-10', '2026-11'),
}).map(({ id, title, text, ...more }) => page(id, title, text, { ...more, context: ['запись'] }));
const synonyms = subarray([
  ['ЕПГУ', 'госуслуги'],
  ['срок', 'сколько ждать'],
  ['письмо', 'обращение', 'сообщение'],
]);
const sources = record({ pages: array(pages, { maxLength: 7 }), synonyms });

function expectSame(live: LiveIndex, source: IndexSource): void {
  const rebuilt = buildIndexFrom(source, dictionary);
  expect(live.current.pages).toBe(rebuilt.pages);
  expect(live.current.records).toBe(rebuilt.records);
  for (const query of queries) {
    for (const audience of ['staff', 'public'] as const) {
      const options = { audience, facets: true, limit: 20 };
      expect(search(live.current, query, options), query).toEqual(search(rebuilt, query, options));
    }
  }
}

function startedWith(source: IndexSource): LiveIndex {
  return new LiveIndex(buildIndexFrom(source, dictionary), dictionary);
}

describe('an index that keeps up with its pages', () => {
  it('KB-2: answers after any edits as one that is built anew', { timeout: 120_000 }, () => {
    assert(
      property(sources, array(sources, { minLength: 1, maxLength: 4 }), (before, edits) => {
        const live = startedWith(before);
        for (const edit of edits) live.update(edit);
        expectSame(live, edits.at(-1) ?? before);
      }),
      { numRuns: 60 },
    );
  });

  it('says what has changed', () => {
    const one = page('one', 'Срок ответа', 'Тридцать дней.');
    const two = page('two', 'Личный приём', 'По вторникам.');
    const live = startedWith({ pages: [one, two], synonyms: [] });
    expect(live.update({ pages: [one, two], synonyms: [] })).toEqual({ changed: [], added: [], removed: [] });
    expect(live.unpublished).toBe(0);
    const changes = live.update({
      pages: [{ ...one, title: 'Срок отказа' }, page('three', 'Выписка', 'Из реестра.')],
      synonyms: [],
    });
    expect(changes).toEqual({ changed: ['one'], added: ['three'], removed: ['two'] });
    expect(live.unpublished).toBe(2);
    expect(search(live.current, 'приём', { audience: 'staff' }).hits).toEqual([]);
    expect(search(live.current, 'отказ', { audience: 'staff' }).hits[0]?.page).toBe('one');
    live.update({ pages: [one, two], synonyms: [] });
    expect(search(live.current, 'отказ', { audience: 'staff' }).hits).toEqual([]);
    expect(search(live.current, 'приём', { audience: 'staff' }).hits[0]?.page).toBe('two');
    expect(live.unpublished).toBe(0);
  });

  it('KB-1: keeps out of an index for the public what becomes a page for staff', () => {
    const open: PageSource = page('one', 'Личный приём', 'По вторникам.', { audience: 'public' });
    const published = buildIndexFrom({ pages: [open], synonyms: [] }, dictionary, { audience: 'public' });
    const live = new LiveIndex(published, dictionary);
    const changes = live.update({ pages: [{ ...open, audience: 'staff', title: 'Зюзюблик' }], synonyms: [] });
    expect(changes.removed).toEqual(['one']);
    expect(search(live.current, 'зюзюблик', { audience: 'staff' }).hits).toEqual([]);
    expect(live.current.vocabulary.data.forms).toEqual(['']);
  });
});
