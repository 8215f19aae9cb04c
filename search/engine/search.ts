import { loosened } from '../query/groups.ts';
import type { Query } from '../query/model.ts';
import { parseQuery } from '../query/parse.ts';
import type { Answer, EngineName, Facets, Hit, SearchOptions } from '../types.ts';
import { type Candidates, findCandidates, type PageFilter } from './candidates.ts';
import { givenCandidates } from './given.ts';
import { Matcher } from './matcher.ts';
import { excerptOf, markedText } from './passage.ts';
import { type Ranked, rerank } from './rerank.ts';
import type { SearchIndex } from './search-index.ts';
import type { Facet, Segment } from './segment.ts';

const mostCandidates = 100;
const usualLimit = 10;

/** Answers a query. Any string is a query; an answer without hits means that nothing is near. */
export function search(index: SearchIndex, typed: string, options: SearchOptions): Answer {
  const query = analyseQuery(index, typed);
  const answer = answerTo(index, query, options);
  return answer.hits.length > 0 ? answer : answerTo(index, loosened(query), options);
}

/** Takes a query apart for an engine that finds candidates elsewhere (`queryGroups`, then `answerFrom`). */
export function analyseQuery(index: SearchIndex, typed: string): Query {
  return parseQuery(index.vocabulary, typed);
}

/** Who found the candidates, and whether a better engine should have. */
export interface Served {
  readonly engine: EngineName;
  readonly degraded: boolean;
}

/**
 * The seam between engines and answers. An engine only gives candidates, as ids of records (`recordId`) in any order; filters,
 * order, excerpts, marks and facets are the same for all.
 */
export function answerFrom(
  index: SearchIndex,
  query: Query,
  records: Iterable<string>,
  options: SearchOptions,
  served: Served,
): Answer {
  const ids = [...records];
  const looked = index.segments.map((segment) => {
    const local = segment.localise(query);
    return {
      segment,
      query: local,
      candidates: givenCandidates(segment, local, ids, filterOf(segment, options)),
    };
  });
  return { ...answerOf(query, looked, options), ...served };
}

function answerTo(index: SearchIndex, query: Query, options: SearchOptions): Answer {
  const looked = index.segments.map((segment) => {
    const local = segment.localise(query);
    return {
      segment,
      query: local,
      candidates: findCandidates(segment, local, filterOf(segment, options), mostCandidates),
    };
  });
  return answerOf(query, looked, options);
}

/** What one segment has for a query, in the segment's own numbers. */
interface Looked {
  readonly segment: Segment;
  readonly query: Query;
  readonly candidates: Candidates;
}

function answerOf(query: Query, looked: readonly Looked[], options: SearchOptions): Answer {
  const limit = Math.max(0, Math.min(options.limit ?? usualLimit, mostCandidates));
  const ranked = query.groups.length === 0 ? [] : bestOfAll(looked).flatMap((each) => rankedBy(each, limit));
  ranked.sort((a, b) => b.score - a.score || fresherFirst(a, b));
  return {
    hits: ranked.slice(0, limit).map(hitOf),
    ...(query.shownFor === undefined ? {} : { shownFor: query.shownFor }),
    ...(options.facets ? { facets: countFacets(looked) } : {}),
    engine: 'embedded',
    degraded: false,
  };
}

// The best candidates of several segments are the same as if all pages stood in one.
function bestOfAll(looked: readonly Looked[]): readonly Looked[] {
  if (looked.length < 2) return looked;
  const all = looked.flatMap(({ segment, candidates }) =>
    candidates.best.map((page) => ({
      segment,
      page,
      worth: candidates.worth(page),
      id: segment.data.pageId[page] ?? '',
    })),
  );
  all.sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1));
  const best = Map.groupBy(all.slice(0, mostCandidates), ({ segment }) => segment);
  return looked.map((each) => ({
    ...each,
    candidates: { ...each.candidates, best: (best.get(each.segment) ?? []).map(({ page }) => page) },
  }));
}

/** A page in its place, with what is needed to show it. */
interface Placed extends Ranked {
  readonly segment: Segment;
  readonly query: Query;
  readonly matcher: Matcher;
}

function rankedBy({ segment, query, candidates }: Looked, limit: number): Placed[] {
  if (candidates.best.length === 0) return [];
  const matcher = new Matcher(segment, query);
  return rerank(segment, query, matcher, candidates, limit).map(({ page, record, score }) => ({
    page,
    record,
    score,
    segment,
    query,
    matcher,
  }));
}

/** Of pages that answer equally well the one that was checked last; then in the order of their ids. */
function fresherFirst(a: Placed, b: Placed): number {
  const one = a.segment.data.pageChecked[a.page] ?? '';
  const other = b.segment.data.pageChecked[b.page] ?? '';
  if (one !== other) return one > other ? -1 : 1;
  return (a.segment.data.pageId[a.page] ?? '') < (b.segment.data.pageId[b.page] ?? '') ? -1 : 1;
}

function filterOf(segment: Segment, { audience, kind, function: ofFunction }: SearchOptions): PageFilter {
  const { data } = segment;
  if (audience === 'staff' && kind === undefined && ofFunction === undefined && segment.whole)
    return undefined;
  return (page) =>
    segment.alive(page) &&
    (audience === 'staff' || data.pageAudience[page] === 'public') &&
    (kind === undefined || data.pageKind[page] === kind) &&
    (ofFunction === undefined || data.pageFunction[page] === ofFunction);
}

function hitOf({ segment, query, matcher, page, record, score }: Placed): Hit {
  const { data } = segment;
  const weights = query.groups.map(({ weight }) => weight);
  const title = markedText(segment, matcher, data.pageTitle[page] ?? 0);
  const spokenText = data.pageSpoken[page] ?? 0;
  const spoken = markedText(segment, matcher, spokenText);
  const passage = excerptOf(segment, matcher, data.recordText[record] ?? 0, weights);
  const inSpoken = passage.marks.length === 0 && spokenText !== 0;
  const excerpt = inSpoken ? excerptOf(segment, matcher, spokenText, weights) : passage;
  const heading = inSpoken ? '' : segment.text(data.recordHeading[record] ?? 0);
  const anchor = inSpoken ? '' : (data.recordAnchor[record] ?? '');
  return {
    page: data.pageId[page] ?? '',
    title: title.text,
    url: data.pageUrl[page] ?? '',
    kind: data.pageKind[page] ?? 'note',
    function: data.pageFunction[page] ?? '',
    excerpt: excerpt.text,
    score: Math.round(score * 10_000) / 10_000,
    ...(spokenText === 0 ? {} : { spoken: spoken.text }),
    ...(heading === '' ? {} : { heading }),
    ...(anchor === '' ? {} : { anchor }),
    marks: { title: title.marks, excerpt: excerpt.marks, spoken: spoken.marks },
  };
}

// OR lets in nearly every page; counted are those that have at least half of what the best has.
function countFacets(looked: readonly Looked[]): Facets {
  let most = 0;
  for (const { candidates } of looked) most = Math.max(most, mostCovered(candidates));
  const counts = { kind: new Map(), function: new Map(), audience: new Map() } as const;
  for (const { segment, candidates } of looked) {
    const { kind, function: owner, audience } = segment.facets;
    const numbers = [kind, owner, audience].map(({ names }) => new Uint32Array(names.length));
    const [ofKind, ofFunction, ofAudience] = numbers as [Uint32Array, Uint32Array, Uint32Array];
    const { pages, covered } = candidates;
    for (let place = 0; place < pages.length; place++) {
      const page = pages[place] ?? 0;
      if ((covered[page] ?? 0) < most / 2) continue;
      increment(ofKind, kind.codes[page] ?? 0);
      increment(ofFunction, owner.codes[page] ?? 0);
      increment(ofAudience, audience.codes[page] ?? 0);
    }
    add(counts.kind, kind, ofKind);
    add(counts.function, owner, ofFunction);
    add(counts.audience, audience, ofAudience);
  }
  return { kind: sorted(counts.kind), function: sorted(counts.function), audience: sorted(counts.audience) };
}

function mostCovered({ pages, covered }: Candidates): number {
  let most = 0;
  for (let place = 0; place < pages.length; place++) most = Math.max(most, covered[pages[place] ?? 0] ?? 0);
  return most;
}

function increment(numbers: Uint32Array, code: number): void {
  numbers[code] = (numbers[code] ?? 0) + 1;
}

function add(counts: Map<string, number>, { names }: Facet, numbers: Uint32Array): void {
  for (const [code, number] of numbers.entries()) {
    const name = names[code] ?? '';
    if (number > 0) counts.set(name, (counts.get(name) ?? 0) + number);
  }
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1)));
}
