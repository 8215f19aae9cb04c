import { openDictionary } from '@ponyatno/russian/node';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIndexFrom, search } from '../index.ts';
import { page } from '../support/pages.ts';
import { readMeilisearch } from './configuration.ts';
import { MeilisearchEngine } from './engine.ts';
import { openContract } from './testing/contract.ts';

const real = readMeilisearch(process.env);
if (real === undefined) console.log('Skipped: no real Meilisearch, MEILI_URL is not set.');

describe.skipIf(real === undefined)('a real Meilisearch', { timeout: 120_000 }, () => {
  const dictionary = openDictionary();
  const settings = {
    urls: real?.urls.slice(0, 1) ?? [],
    key: real?.key,
    uid: `${real?.uid}-test-${process.pid}`,
    headStartMs: 10_000,
    timeToLiveMs: 10_000,
    pauseMs: 100,
  };
  const client = () =>
    new Meilisearch({ host: settings.urls[0] ?? '', ...(real?.key ? { apiKey: real.key } : {}) });
  const many = Array.from({ length: 12 }, (_, number) =>
    page(`p${number}`, `Вопрос ${number}`, `Ответ номер ${number}`),
  );
  const own = [
    page('visit', 'Как записаться на приём', 'Позвоните и назовите удобный день.', { audience: 'public' }),
    page('answer', 'Срок ответа', 'Ответ на письмо приходит за 30 дней по 59-ФЗ.'),
    page('hours', 'Часы приёма', 'Приём по вторникам.', { audience: 'public' }),
    page('appeal', 'Обжалование решения', 'Жалобу подают в суд или прокурору.'),
  ];
  const indexOf = (pages: typeof many) =>
    buildIndexFrom({ pages, synonyms: [['прокурор', 'надзорный орган']] }, dictionary);
  const breaches: string[] = [];
  const fetched = globalThis.fetch;

  // Every request and answer of the client, against the description of the API.
  beforeAll(() => {
    const contract = openContract();
    if (contract === undefined)
      console.log('Not checked: ../shared/data/meilisearch-openapi.json is not here.');
    globalThis.fetch = async (input, init) => {
      const response = await fetched(input, init);
      const { pathname } = new URL(String(input));
      const method = init?.method ?? 'GET';
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
      const text = await response.clone().text();
      breaches.push(
        ...(contract?.request(method, pathname, body) ?? []).map(
          (fault) => `request ${method} ${pathname}: ${fault}`,
        ),
        ...(
          contract?.response(method, pathname, response.status, text === '' ? undefined : JSON.parse(text)) ??
          []
        ).map((fault) => `answer ${method} ${pathname}: ${fault}`),
      );
      return response;
    };
  });
  afterAll(async () => {
    globalThis.fetch = fetched;
    await client().deleteIndex(settings.uid).waitTask();
  });

  async function published(pages: typeof many) {
    const log: string[] = [];
    const engine = new MeilisearchEngine(settings, (line) => log.push(line));
    const index = indexOf(pages);
    engine.publish(index);
    await engine.settled();
    return { engine, index, log };
  }

  it('is sent a new index, then nothing, then what has changed, then a new index again', async () => {
    const logs: string[] = [];
    const changed = many.map((each, number) => (number === 3 ? { ...each, title: 'Другой вопрос' } : each));
    for (const pages of [many, many, changed, changed.slice(1), own]) {
      const { engine, log } = await published(pages);
      logs.push(...log.map((line) => line.replaceAll('\u00a0', ' ').replace(/^Meilisearch \S+ /, '')));
      await engine.close();
    }
    expect(logs).toEqual([
      'новый индекс, 12 фрагментов.',
      'индекс не изменился, 12 фрагментов.',
      'в индексе 12 фрагментов, отправлено 1, убрано 0.',
      'в индексе 11 фрагментов, отправлено 0, убрано 1.',
      'новый индекс, 4 фрагмента.',
    ]);
    const { results } = await client().getRawIndexes({ limit: 1_000 });
    expect(results.map(({ uid }) => uid).filter((uid) => uid.startsWith(`${settings.uid}-next`))).toEqual([]);
  });

  it('KB-2: finds what the embedded engine finds first', async () => {
    const { engine, index } = await published(own);
    for (const query of [
      'часы приема',
      'обжаловать',
      'надзорный орган',
      'запис',
      'jndtn yf gbcmvj',
      'сркок ответа',
      '59 фз',
    ]) {
      const answer = await engine.ask(index, query, { audience: 'staff' });
      expect(answer.engine, query).toBe('meilisearch');
      expect(answer.hits[0], query).toEqual(search(index, query, { audience: 'staff' }).hits[0]);
    }
    await engine.close();
  });

  it('KB-1: keeps pages for staff from the public, and shows a search ids alone', async () => {
    const { engine, index } = await published(own);
    const { hits } = await engine.ask(index, 'приём ответ жалоба', { audience: 'public' });
    expect(hits.map(({ page: id }) => id).sort()).toEqual(['hours', 'visit']);
    const shown = await client()
      .index(settings.uid)
      .search('прием', { attributesToRetrieve: ['*'] });
    expect(shown.hits.length).toBeGreaterThan(0);
    for (const document of shown.hits) expect(Object.keys(document).sort()).toEqual(['hash', 'id']);
    await engine.close();
  });

  it('KB-2: is filled again when somebody deletes the index under it', async () => {
    const { engine, index } = await published(own);
    await client().deleteIndex(settings.uid).waitTask();
    expect((await engine.ask(index, 'срок', { audience: 'staff' })).degraded).toBe(true);
    await engine.settled();
    expect((await engine.ask(index, 'срок', { audience: 'staff' })).hits.length).toBeGreaterThan(0);
    await engine.close();
  });

  it('KB-2: that refuses the key leaves the answer to the embedded engine', async () => {
    const log: string[] = [];
    const engine = new MeilisearchEngine({ ...settings, key: 'wrong' }, (line) => log.push(line));
    const index = indexOf(own);
    engine.publish(index);
    await expect.poll(() => log.length, { timeout: 10_000 }).toBe(1);
    expect(log[0]).toContain('MEILI_KEY');
    expect((await engine.ask(index, 'срок', { audience: 'staff' })).hits.length).toBeGreaterThan(0);
    await engine.close();
  });

  it('and this client keep to the description of the API', () => {
    // A task that waits or runs has no beginning or end yet: the server says null, its description forgets that.
    const known = /answer GET \/tasks\/\d+: \/(?:startedAt|finishedAt) must be string/;
    expect(breaches.filter((breach) => !known.test(breach))).toEqual([]);
  });
});
