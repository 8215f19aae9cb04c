import { openDictionary } from '@ponyatno/russian/node';
import { anything, assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndexFrom } from '../index.ts';
import type { PageSource } from '../publish/sources.ts';
import { page } from '../support/pages.ts';
import type { Hit, Mark, SearchOptions } from '../types.ts';
import { search } from './search.ts';

const pages: PageSource[] = [
  page(
    'deadline',
    'Сколько ждать ответа на письмо?',
    'Закон даёт на ответ 30 дней со дня регистрации. Срочные письма быстрее.',
    {
      spoken: 'Ответ придёт не позже 30 дней со дня регистрации.',
      queries: ['через сколько дней ответят'],
      function: 'messages',
      audience: 'public',
    },
  ),
  page(
    'visit',
    'Как записаться на личный приём',
    'Позвоните по номеру 8 (383) 228-67-88 и назовите удобный день.',
    {
      function: 'reception',
      audience: 'public',
    },
  ),
  page('refusal', 'Отказ с понятной причиной', 'Здравствуйте! Просьбу выполнить нельзя. Объясните причину.', {
    kind: 'template',
    function: 'messages',
  }),
  page('appeal', 'Обжалование решения', 'Решение можно обжаловать в прокуратуре или в суде.', {
    function: 'messages',
  }),
  page('act', 'Федеральный закон № 59-ФЗ', 'О порядке рассмотрения обращений граждан, от 02.05.2006.', {
    kind: 'regulation',
    function: 'messages',
  }),
  page('portal', 'Как подать обращение через Госуслуги', 'Войдите на портал и заполните форму.', {
    audience: 'public',
  }),
  page('secret', 'Внутренний порядок', 'Пароль от шкафа знает начальник: зюзюблик.', {}),
];
const index = buildIndexFrom({ pages, synonyms: [['ЕПГУ', 'Госуслуги']] }, openDictionary());
const staff = { audience: 'staff' } as const;
const ask = (query: string, options: SearchOptions = staff) => search(index, query, options);
const first = (query: string) => ask(query).hits[0]?.page;
const marked = (text: string, marks: readonly Mark[]) => marks.map(([start, end]) => text.slice(start, end));

describe('search', () => {
  it.each([
    ['срока ответов', 'deadline'],
    ['ОТВЕТ НА ПИСЬМО', 'deadline'],
    ['сколько ждать', 'deadline'],
    ['прием', 'visit'],
    ['личного приёма запись', 'visit'],
    ['обжаловать', 'appeal'],
    ['абжалование', 'appeal'],
    ['обжалавания ришения', 'appeal'],
    ['закон 59', 'act'],
    ['59 фз', 'act'],
    ['ФЗ-59', 'act'],
    ['2 мая 2006', 'act'],
    ['228-67-88', 'visit'],
    ['ЕПГУ', 'portal'],
    ['прокур', 'appeal'],
    ['запис', 'visit'],
    ['через гос услуги', 'portal'],
    ['понятнойпричиной', 'refusal'],
  ])('KB-2: «%s» is answered by %s', (query, answer) => {
    expect(first(query)).toBe(answer);
  });

  it('KB-2: understands the other keyboard layout and says so', () => {
    const answer = ask('jndtn yf gbcmvj');
    expect(answer.shownFor).toBe('ответ на письмо');
    expect(answer.hits[0]?.page).toBe('deadline');
    expect(first('k.,jq ghb`v')).toBe('visit');
  });

  it('says what it put right, and nothing when it did not', () => {
    expect(ask('абжаловать ришение').shownFor).toBe('обжаловать решение');
    expect(ask('обжаловать решение').shownFor).toBeUndefined();
    expect(ask('решение суда').shownFor).toBeUndefined();
  });

  it('puts the page first that a question is pinned to', () => {
    const [hit] = ask('через сколько дней ответят').hits;
    expect(hit?.page).toBe('deadline');
    expect(hit?.score).toBeGreaterThan(1);
    expect(ask('дней через сколько ответим').hits[0]?.score).toBeGreaterThan(1);
  });

  it('is never plain AND: a word that is nowhere does not empty the page', () => {
    expect(first('обжалование абракадаброй')).toBe('appeal');
    expect(first('обжаловать в верховном совете')).toBe('appeal');
  });

  it('finds pages with a part of a synonym when none has it whole', () => {
    const partly = buildIndexFrom(
      {
        pages: [page('one', 'Защита прав', ''), page('two', 'Социальный контракт', '')],
        synonyms: [['социальная защита', 'собес']],
      },
      openDictionary(),
    );
    expect(
      search(partly, 'собес', staff)
        .hits.map((hit) => hit.page)
        .sort(),
    ).toEqual(['one', 'two']);
  });

  it('finds something for a query of nothing but small words', () => {
    expect(ask('как').hits.length).toBeGreaterThan(0);
    expect(ask('на').hits.length).toBeGreaterThan(0);
  });

  it('gives back a passage with the matching words in any form', () => {
    const [hit] = ask('письма срок регистрацией').hits as [Hit];
    expect(hit.page).toBe('deadline');
    expect(marked(hit.excerpt, hit.marks.excerpt)).toEqual(expect.arrayContaining(['регистрации', 'письма']));
    expect(marked(hit.title, hit.marks.title)).toContain('письмо');
    expect(marked(hit.spoken ?? '', hit.marks.spoken)).toContain('регистрации');
  });

  it('KB-1: shows the public nothing that is for staff', () => {
    expect(ask('зюзюблик').hits.map((hit) => hit.page)).toEqual(['secret']);
    expect(ask('зюзюблик', { audience: 'public' }).hits).toEqual([]);
    const seen = ask('отказ обжалование закон приём пароль', { audience: 'public', limit: 50 }).hits;
    expect(seen.every((hit) => ['deadline', 'visit', 'portal'].includes(hit.page))).toBe(true);
  });

  it('KB-1: an index for the public has no word of a staff page', () => {
    const open = buildIndexFrom({ pages, synonyms: [] }, openDictionary(), { audience: 'public' });
    expect(open.pages).toBe(3);
    expect(open.vocabulary.data.forms.some((form) => form.startsWith('зюзюблик'))).toBe(false);
    expect(new TextDecoder().decode(open.segments[0]?.data.textBytes)).not.toContain('Пароль');
    expect(search(open, 'зюзюблик', staff).hits).toEqual([]);
  });

  it('counts and filters by kind and function', () => {
    const { facets } = ask('ответ на письмо с отказом', { ...staff, facets: true });
    expect(facets?.kind.template).toBe(1);
    expect(ask('отказ', { ...staff, kind: 'template' }).hits.every((hit) => hit.kind === 'template')).toBe(
      true,
    );
    expect(ask('приём', { ...staff, function: 'messages' }).hits.some((hit) => hit.page === 'visit')).toBe(
      false,
    );
  });

  it('keeps to the limit', () => {
    expect(ask('ответ закон приём решение', { ...staff, limit: 2 }).hits).toHaveLength(2);
    expect(ask('ответ', { ...staff, limit: 0 }).hits).toEqual([]);
  });

  it('orders hits by score and names a page once', () => {
    const { hits } = ask('закон решение приём ответ обращение');
    const scores = hits.map((hit) => hit.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(hits.map((hit) => hit.page)).size).toBe(hits.length);
  });

  it('answers the empty query and the empty index with nothing', () => {
    for (const query of ['', '   ', '\n', '!!!', '😀', '\u0000\u0007']) expect(ask(query).hits).toEqual([]);
    const empty = buildIndexFrom({ pages: [], synonyms: [] }, openDictionary());
    expect(search(empty, 'ответ', staff).hits).toEqual([]);
  });

  it('answers any string, with marks inside the texts and excerpts of at most 240 characters', () => {
    const check = (query: string) => {
      for (const hit of ask(query).hits) {
        expect(hit.excerpt.length).toBeLessThanOrEqual(240);
        expect(Number.isFinite(hit.score)).toBe(true);
        for (const [text, marks] of [
          [hit.title, hit.marks.title],
          [hit.excerpt, hit.marks.excerpt],
          [hit.spoken ?? '', hit.marks.spoken],
        ] as const) {
          let free = 0;
          for (const [start, end] of marks) {
            expect(start).toBeGreaterThanOrEqual(free);
            expect(end).toBeGreaterThan(start);
            free = end;
          }
          expect(free).toBeLessThanOrEqual(text.length);
        }
      }
    };
    assert(property(string({ unit: 'binary', maxLength: 120 }), check));
    assert(property(string({ unit: 'grapheme', maxLength: 60 }), (noise) => check(`ответ ${noise} письмо`)));
    assert(property(anything(), (value) => check(String(JSON.stringify(value)))));
    for (const hostile of [
      '(((',
      '[а-я]+',
      '.*',
      '\\',
      '$&',
      '<script>',
      '"ответ',
      'ответ\u202eписьмо',
      '\ud800',
      'а'.repeat(64),
    ]) {
      check(hostile);
    }
  });

  it('answers 10 kB of anything at once', () => {
    const queries = [
      'ответ '.repeat(1700),
      'а'.repeat(10_000),
      'j,hfotybt '.repeat(1000),
      'абжаловние '.repeat(900),
      ','.repeat(10_000),
      '8-'.repeat(5000),
      '((('.repeat(3400),
      'ё\u0301'.repeat(5000),
      'сколько ждать '.repeat(700),
    ];
    const started = performance.now();
    for (const query of queries) ask(query);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
