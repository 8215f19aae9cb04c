import { describe, expect, it } from 'vitest';
import { MeilisearchConfigurationError, readMeilisearch } from './configuration.ts';

describe('the environment of Meilisearch', () => {
  it('is not needed', () => {
    expect(readMeilisearch({})).toBeUndefined();
    expect(readMeilisearch({ MEILI_URL: ' ', MEILI_KEY: 'key' })).toBeUndefined();
  });

  it('names one server or several, the key and the index', () => {
    expect(readMeilisearch({ MEILI_URL: 'http://127.0.0.1:7700', MEILI_KEY: 'key' })).toEqual({
      urls: ['http://127.0.0.1:7700'],
      key: 'key',
      uid: 'ponyatno',
    });
    expect(readMeilisearch({ MEILI_URL: 'http://a:7700, https://b', MEILI_INDEX: 'other' })).toEqual({
      urls: ['http://a:7700', 'https://b'],
      key: undefined,
      uid: 'other',
    });
  });

  it.each([
    { MEILI_URL: 'localhost:7700' },
    { MEILI_URL: 'http://a:7700,' },
    { MEILI_URL: 'file:///etc' },
    { MEILI_URL: 'http://a', MEILI_INDEX: 'имя' },
  ])('is refused with the way out: %j', (env) => {
    expect(() => readMeilisearch(env)).toThrow(MeilisearchConfigurationError);
    expect(() => readMeilisearch(env)).toThrow(/Напишите|Исправьте/);
  });
});
