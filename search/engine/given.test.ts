import { openDictionary } from '@ponyatno/russian/node';
import { describe, expect, it } from 'vitest';
import { buildIndexFrom } from '../index.ts';
import { page } from '../support/pages.ts';
import { recordId } from './given.ts';
import { searchRecords } from './records.ts';
import { analyseQuery, answerFrom, search } from './search.ts';
import { queryGroups } from './words.ts';

const index = buildIndexFrom(
  {
    pages: [
      page('visit', 'Как записаться на приём', 'Позвоните и назовите день.', { audience: 'public' }),
      page('answer', 'Срок ответа', 'Ответ на письмо приходит за 30 дней. Приём писем круглый год.'),
      page('hours', 'Часы приёма', 'Приём по вторникам.', { audience: 'public' }),
    ],
    synonyms: [],
  },
  openDictionary(),
);
const served = { engine: 'meilisearch', degraded: false } as const;
const ids = [...searchRecords(index)].map(({ id }) => id);

describe('candidates of another engine', () => {
  it('KB-2: are answered as our own are, in the same order and with the same scores', () => {
    const query = analyseQuery(index, 'приём граждан');
    const options = { audience: 'staff', facets: true } as const;
    const given = answerFrom(index, query, [...ids].reverse(), options, served);
    expect(given).toEqual({ ...search(index, 'приём граждан', options), ...served });
  });

  it('KB-2: are filtered by audience, whoever found them', () => {
    const { hits } = answerFrom(index, analyseQuery(index, 'приём'), ids, { audience: 'public' }, served);
    expect(hits.map(({ page: id }) => id).sort()).toEqual(['hours', 'visit']);
  });

  it('KB-2: are the only ones that are shown, and unknown ones are passed over', () => {
    const { hits } = answerFrom(
      index,
      analyseQuery(index, 'приём'),
      [recordId('gone', 0), recordId('hours', 0)],
      { audience: 'staff' },
      served,
    );
    expect(hits.map(({ page: id }) => id)).toEqual(['hours']);
  });

  it('KB-2: are asked for in words and found in records', () => {
    const [group] = queryGroups(index, analyseQuery(index, 'писем'));
    expect(group?.forms).toEqual(['писем']);
    expect(group?.alternatives[0]?.words.flat(2)).toContain('письмо');
    const record = [...searchRecords(index)].find(({ page: id }) => id === 'answer');
    expect(record?.fields.body?.terms).toContain('письмо');
    expect(record?.fields.body?.forms).toContain('писем');
  });
});
