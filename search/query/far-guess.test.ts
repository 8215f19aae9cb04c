import { openDictionary } from '@ponyatno/russian/node';
import { expect, it } from 'vitest';
import { search } from '../engine/search.ts';
import { buildIndexFrom } from '../index.ts';
import { page } from '../support/pages.ts';

const pages = [
  page('guardian', 'Как стать опекуном', 'Придите в отдел с паспортом.'),
  page('gas', 'Программа догазификации', 'Трубу проведут до участка бесплатно.'),
  page('visit', 'Как записаться на приём', 'Позвоните и назовите удобный день.'),
];
const index = buildIndexFrom({ pages, synonyms: [] }, openDictionary());
const first = (query: string) => search(index, query, { audience: 'staff' }).hits[0]?.page;

it.each([
  ['опикунство', 'guardian'],
  ['апекунство', 'guardian'],
  ['газификация', 'gas'],
  ['газифи', 'gas'],
])('KB-2: «%s» finds the page whose word is only far from it', (query, wanted) => {
  expect(first(query)).toBe(wanted);
});
