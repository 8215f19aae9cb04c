import { openDictionary } from '@ponyatno/russian/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '#knowledge';
import { qualityOf, readQueries } from '../evaluation/evaluate.ts';
import { judgeMeilisearch } from '../evaluation/meilisearch.ts';
import { otherIndex, otherQueries } from '../evaluation/other/index.ts';
import { buildIndex } from '../index.ts';
import { readMeilisearch } from './configuration.ts';
import type { MeilisearchSettings } from './engine.ts';
import { MeilisearchDouble } from './testing/server.ts';

const dictionary = openDictionary();
const { content } = await readContent(new URL('../../content', import.meta.url).pathname);
const ours = {
  index: buildIndex(content, dictionary),
  queries: readQueries(new URL('../evaluation/queries.tsv', import.meta.url)),
};
const others = { index: otherIndex(dictionary), queries: otherQueries() };
const real = readMeilisearch(process.env);

async function expectQuality(settings: MeilisearchSettings, { index, queries }: typeof ours): Promise<void> {
  const { judgements, overlap, served } = await judgeMeilisearch(settings, index, queries);
  const { recallAt1, recallAt5, mrr } = qualityOf(judgements);
  expect(recallAt1).toBeGreaterThanOrEqual(0.85);
  expect(recallAt5).toBeGreaterThanOrEqual(0.97);
  expect(mrr).toBeGreaterThanOrEqual(0.9);
  expect(overlap).toBeGreaterThanOrEqual(0.9);
  expect(served / queries.length).toBeGreaterThan(0.95);
  const layout = judgements.filter(({ kind }) => kind === 'layout');
  expect(layout.filter(({ place }) => place === 0 || place > 5)).toEqual([]);
}

describe('the judged queries through the double of Meilisearch', () => {
  const double = new MeilisearchDouble();
  beforeAll(() => double.start());
  afterAll(() => double.stop());
  const settings = () => ({ urls: [double.url], key: double.key, uid: 'ponyatno' });

  it('KB-2: are answered as well, and by the same pages, over our content', async () => {
    await expectQuality(settings(), ours);
    expect(double.breaches).toEqual([]);
  }, 60_000);

  it(
    'KB-2: are answered as well over pages of other agencies',
    () => expectQuality(settings(), others),
    60_000,
  );
});

describe('the judged queries through a real Meilisearch', () => {
  if (real === undefined) console.log('Skipped: no real Meilisearch, MEILI_URL is not set.');

  it.skipIf(real === undefined)(
    'KB-2: are answered as well, and by the same pages',
    async () => {
      if (real === undefined) return;
      await expectQuality(real, ours);
      await expectQuality(real, others);
    },
    120_000,
  );
});
