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

it('KB-2: takes a word for its root when only that has synonyms: «нахамил» is «хамство», «грубость»', () => {
  const rude = buildIndexFrom(
    {
      pages: [page('rude', 'Грубость сотрудника', 'Пожалуйтесь начальнику.'), ...pages],
      synonyms: [['хамство', 'грубость']],
    },
    openDictionary(),
  );
  expect(search(rude, 'нахамили', { audience: 'staff' }).hits[0]?.page).toBe('rude');
});

it.each([
  ['7з', '7-З', 'Приказ № 7-З'],
  ['2ндфл', '2-НДФЛ', 'Справка 2-НДФЛ'],
  ['24200', '24 200', 'Доход 24 200 рублей'],
])('finds «%s» where the page says «%s»', (query, _, title) => {
  const numbers = buildIndexFrom(
    { pages: [page('number', title, 'Текст.'), ...pages], synonyms: [] },
    openDictionary(),
  );
  expect(search(numbers, query, { audience: 'staff' }).hits[0]?.page).toBe('number');
});
