import { openDictionary } from '@ponyatno/russian/node';
import { describe, expect, it } from 'vitest';
import { readContent } from '#knowledge';
import { buildIndex } from '../index.ts';
import { judge, qualityOf, queryKinds, readQueries } from './evaluate.ts';
import { otherIndex, otherQueries } from './other/index.ts';

const { content } = await readContent(new URL('../../content', import.meta.url).pathname);
const queries = readQueries(new URL('queries.tsv', import.meta.url));
const judgements = judge(buildIndex(content, openDictionary()), queries);
const ofKind = (kind: string) => judgements.filter((judgement) => judgement.kind === kind);

describe('the judged queries', () => {
  it('are at least 150, of eight kinds, each at least 15', () => {
    expect(queries.length).toBeGreaterThanOrEqual(150);
    for (const kind of queryKinds) expect(ofKind(kind).length).toBeGreaterThanOrEqual(15);
    expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length);
  });

  it('name pages that exist', () => {
    const unknown = queries.flatMap(({ pages }) => pages.filter((page) => content.page(page) === undefined));
    expect(unknown).toEqual([]);
  });

  it('are not the questions that pages are pinned to: those are answered by definition', () => {
    const pinned = new Set(
      content.pages.flatMap(({ data }) => data.queries.map((query) => query.toLowerCase())),
    );
    const same = queries.filter(({ query }) => pinned.has(query.toLowerCase()));
    expect(same.length / queries.length).toBeLessThan(0.1);
  });

  it('KB-2: are answered first, among five, and high on the whole', () => {
    const { recallAt1, recallAt5, mrr } = qualityOf(judgements);
    expect(recallAt1).toBeGreaterThanOrEqual(0.85);
    expect(recallAt5).toBeGreaterThanOrEqual(0.97);
    expect(mrr).toBeGreaterThanOrEqual(0.9);
  });

  it('KB-2: are answered among five when typed in the other layout, every one', () => {
    expect(ofKind('layout').filter(({ place }) => place === 0 || place > 5)).toEqual([]);
  });

  it.each([...queryKinds])('KB-2: no kind is left behind: %s', (kind) => {
    const { recallAt5, mrr } = qualityOf(ofKind(kind));
    expect(recallAt5).toBeGreaterThanOrEqual(0.9);
    expect(mrr).toBeGreaterThanOrEqual(0.75);
  });
});

describe('the judged queries over pages of other agencies', () => {
  const others = judge(otherIndex(openDictionary()), otherQueries());

  it('KB-2: are answered as well without pinned questions, keywords and synonyms of the agency', () => {
    const { recallAt1, recallAt5, mrr } = qualityOf(others);
    expect(recallAt1).toBeGreaterThanOrEqual(0.9);
    expect(recallAt5).toBeGreaterThanOrEqual(0.97);
    expect(mrr).toBeGreaterThanOrEqual(0.93);
  });

  it('KB-2: are answered first when typed in the other layout', () => {
    expect(others.filter(({ kind, place }) => kind === 'layout' && place !== 1)).toEqual([]);
  });
});
