import { openDictionary } from '@ponyatno/russian/node';
import { describe, expect, it } from 'vitest';
import { search } from '../engine/search.ts';
import { buildIndexFrom } from '../index.ts';
import { page } from '../support/pages.ts';
import { RecentAnswers } from './recent.ts';

const indexOf = (title: string) =>
  buildIndexFrom(
    { pages: [page('one', title, 'Ответ придёт.'), page('two', 'Срок', 'Через неделю.')], synonyms: [] },
    openDictionary(),
  );

describe('recent answers', () => {
  it('are those of the engine, and are found once', () => {
    const recent = new RecentAnswers();
    const index = indexOf('Срок ответа');
    const options = { audience: 'staff', facets: true } as const;
    const first = recent.of(index, 'срок', options);
    expect(first).toEqual(search(index, 'срок', options));
    expect(recent.of(index, 'срок', options)).toBe(first);
  });

  it.each([
    { audience: 'public' },
    { audience: 'staff', limit: 1 },
    { audience: 'staff', kind: 'case' },
    { audience: 'staff', function: 'mail' },
    { audience: 'staff', facets: true },
  ] as const)('are not those of another request: %j', (options) => {
    const recent = new RecentAnswers();
    const index = indexOf('Срок ответа');
    recent.of(index, 'срок', { audience: 'staff' });
    expect(recent.of(index, 'срок', options)).toEqual(search(index, 'срок', options));
  });

  it('KB-3: are forgotten with the index they come from', () => {
    const recent = new RecentAnswers();
    const options = { audience: 'staff' } as const;
    recent.of(indexOf('Срок ответа'), 'срок', options);
    expect(recent.of(indexOf('Срок приёма'), 'срок', options).hits.map(({ title }) => title)).toContain(
      'Срок приёма',
    );
  });

  it('are a thousand at most, the oldest forgotten first', () => {
    const recent = new RecentAnswers();
    const index = indexOf('Срок ответа');
    const options = { audience: 'staff' } as const;
    const [kept, forgotten] = [recent.of(index, 'срок', options), recent.of(index, 'ответ', options)];
    for (let number = 0; number < 999; number++) {
      recent.of(index, `${number}`, options);
      recent.of(index, 'срок', options);
    }
    expect(recent.of(index, 'срок', options)).toBe(kept);
    expect(recent.of(index, 'ответ', options)).not.toBe(forgotten);
  });
});
