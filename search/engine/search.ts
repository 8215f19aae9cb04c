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
  return parseQuery(index, typed);
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
  const candidates = givenCandidates(index, query, records, filterOf(index, options));
  return { ...answerOf(index, query, candidates, options), ...served };
}

function answerTo(index: SearchIndex, query: Query, options: SearchOptions): Answer {
  const candidates = findCandidates(index, query, filterOf(index, options), mostCandidates);
  return answerOf(index, query, candidates, options);
}

function answerOf(index: SearchIndex, query: Query, candidates: Candidates, options: SearchOptions): Answer {
  const limit = Math.max(0, Math.min(options.limit ?? usualLimit, mostCandidates));
  const matcher = new Matcher(index, query);
  const ranked = query.groups.length === 0 ? [] : rerank(index, query, matcher, candidates).slice(0, limit);
  return {
    hits: ranked.map((each) => hitOf(index, query, matcher, each)),
    ...(query.shownFor === undefined ? {} : { shownFor: query.shownFor }),
    ...(options.facets ? { facets: countFacets(index, candidates) } : {}),
    engine: 'embedded',
    degraded: false,
  };
}

function filterOf(
  { data }: SearchIndex,
  { audience, kind, function: ofFunction }: SearchOptions,
): PageFilter {
  return (page) =>
    (audience === 'staff' || data.pageAudience[page] === 'public') &&
    (kind === undefined || data.pageKind[page] === kind) &&
    (ofFunction === undefined || data.pageFunction[page] === ofFunction);
}

function hitOf(index: SearchIndex, query: Query, matcher: Matcher, { page, record, score }: Ranked): Hit {
  const { data } = index;
  const weights = query.groups.map(({ weight }) => weight);
  const title = markedText(index, matcher, data.pageTitle[page] ?? 0);
  const spokenText = data.pageSpoken[page] ?? 0;
  const spoken = markedText(index, matcher, spokenText);
  const passage = excerptOf(index, matcher, data.recordText[record] ?? 0, weights);
  const inSpoken = passage.marks.length === 0 && spokenText !== 0;
  const excerpt = inSpoken ? excerptOf(index, matcher, spokenText, weights) : passage;
  const heading = inSpoken ? '' : index.text(data.recordHeading[record] ?? 0);
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
function countFacets({ data }: SearchIndex, { pages, covered }: Candidates): Facets {
  let most = 0;
  for (const page of pages) most = Math.max(most, covered[page] ?? 0);
  const counted = pages.filter((page) => (covered[page] ?? 0) >= most / 2);
  const count = (names: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const page of counted) {
      const name = names[page] ?? '';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return Object.fromEntries(counts);
  };
  return {
    kind: count(data.pageKind),
    function: count(data.pageFunction),
    audience: count(data.pageAudience),
  };
}
