import { isRussianWord } from '../analysis/analyser.ts';
import { prefixRange } from '../analysis/sorted.ts';
import { best } from '../engine/best.ts';
import type { Vocabulary } from '../engine/vocabulary.ts';
import { rarity } from '../publish/rarity.ts';
import { softTerms } from '../vocabulary/stop-words.ts';
import type { Alternative, Group, Query } from './model.ts';
import type { QueryWord } from './reading.ts';
import { synonymsOf } from './stand-ins.ts';

/** One bit of a mask for each. */
const mostGroups = 24;
const mostAlternatives = 24;
const mostBeginnings = 48;
/** A word that stands on nearly every page still counts. */
const leastWeight = 0.3;
const meaningShare = 0.4;
/** What is only guessed counts less in the query, too: a doubtful slip about two thirds. */
const guessed = 0.2;
const weights = { otherReading: 0.9, part: 0.35, relative: 0.6 };

/** The groups of a query: a word each, with its readings, relatives, synonyms and slips. Stop words make no group unless all are. */
export function groupsOf(vocabulary: Vocabulary, words: readonly QueryWord[]): Group[] {
  const synonyms = synonymsOf(vocabulary, words);
  const told = words.map((word, place) => !word.stop || (synonyms.forced.has(place) && !word.small));
  const all = words.flatMap((word, place) => {
    if (!told[place] && told.includes(true)) return [];
    const own = told[place] && word.stop ? [] : ownAlternatives(vocabulary, word);
    return groupOf(vocabulary, word, [...own, ...(synonyms.of.get(place) ?? [])]);
  });
  if (all.length <= mostGroups) return all;
  const least = all.map(({ weight }) => weight).sort((a, b) => b - a)[mostGroups - 1] ?? 0;
  return all.filter(({ weight }) => weight >= least).slice(0, mostGroups);
}

function groupOf(vocabulary: Vocabulary, word: QueryWord, alternatives: readonly Alternative[]): Group[] {
  if (alternatives.length === 0) return [];
  const heaviest = [...alternatives].sort((a, b) => b.weight - a.weight).slice(0, mostAlternatives);
  const form = vocabulary.formId(word.form);
  return [
    {
      alternatives: heaviest,
      forms: form === -1 ? [] : [form],
      weight: groupWeight(vocabulary, word, heaviest),
    },
  ];
}

// Partly as telling as the word itself, partly as what it means: «посетитель» is rarer than «клиент», but means the same.
function groupWeight(vocabulary: Vocabulary, word: QueryWord, alternatives: readonly Alternative[]): number {
  const surest = alternatives[0]?.weight ?? 0;
  const most = alternatives
    .filter(({ weight }) => weight === surest)
    .reduce((pages, each) => Math.max(pages, pagesWith(vocabulary, each)), 0);
  const pages = ownPages(vocabulary, word) || most;
  const meaning = alternatives.reduce((sum, each) => sum + each.weight * pagesWith(vocabulary, each), 0);
  const together = Math.min(vocabulary.pages, Math.max(pages, meaning));
  const telling =
    (1 - meaningShare) * rarity(pages, vocabulary.pages) + meaningShare * rarity(together, vocabulary.pages);
  return Math.max(leastWeight, telling * Math.min(1, surest + guessed));
}

// A number is as rare as the whole of it: «2-НДФЛ» is not «2». Of a Russian word any reading may be meant.
function ownPages(vocabulary: Vocabulary, { terms }: QueryWord): number {
  const pages = terms.map((term) => termPages(vocabulary, vocabulary.termId(term)));
  if (isRussianWord(terms[0] ?? '')) return Math.max(0, ...pages);
  return pages.find((count) => count > 0) ?? 0;
}

function ownAlternatives(vocabulary: Vocabulary, word: QueryWord): Alternative[] {
  const found = new Map<number, number>();
  const add = (term: number, weight: number) => {
    if (term !== -1 && weight > (found.get(term) ?? 0)) found.set(term, weight);
  };
  const addWord = (terms: readonly string[], weight: number) => {
    for (const [reading, term] of terms.entries()) {
      const other = isRussianWord(terms[0] ?? '') ? weights.otherReading : weights.part;
      const share = reading === 0 ? weight : weight * other;
      add(vocabulary.termId(term), share);
      for (const relative of vocabulary.relatives(term)) add(relative, share * weights.relative);
    }
  };
  addWord(word.terms, word.weight);
  for (const { terms, weight } of word.others) addWord(terms, weight);
  for (const { prefix, weight } of word.beginnings)
    for (const term of termsBeginning(vocabulary, prefix)) add(term, weight);
  // Terms of one weight are one alternative.
  return [...Map.groupBy(found, ([, weight]) => weight)].map(([weight, terms]) => ({
    weight,
    words: [terms.map(([term]) => term)],
  }));
}

// The terms of the most frequent forms that begin so; digits begin numbers that are written in pieces, «228-67».
function termsBeginning(vocabulary: Vocabulary, prefix: string): number[] {
  const { forms, formRecords, formTerms, formTermStart, terms } = vocabulary.data;
  const found: number[] = [];
  const frequencies: number[] = [];
  const [from, to] = prefixRange(forms, prefix);
  for (let form = from; form < to; form++) {
    const first = formTermStart[form] ?? 0;
    if (first >= (formTermStart[form + 1] ?? 0)) continue;
    found.push(formTerms[first] ?? 0);
    frequencies.push(formRecords[form] ?? 0);
  }
  const digits = prefix.replace(/[^\d]/g, '');
  if (digits.length > 1 && /^[\d() -]+$/.test(prefix)) {
    const [first, end] = prefixRange(terms, digits);
    for (let term = first; term < end; term++) {
      found.push(term);
      frequencies.push(termPages(vocabulary, term));
    }
  }
  return mostFrequent(found, frequencies);
}

// Thousands of forms begin with one letter, and most terms have several: so many more are taken until enough terms are different.
function mostFrequent(terms: readonly number[], frequencies: readonly number[]): number[] {
  const places = terms.map((_, place) => place);
  for (let count = mostBeginnings * 2; ; count *= 2) {
    const common = best(places, count, (place) => frequencies[place] ?? 0);
    const different = [...new Set(common.map((place) => terms[place] ?? 0))];
    if (different.length >= mostBeginnings || count >= terms.length)
      return different.slice(0, mostBeginnings);
  }
}

function pagesWith(vocabulary: Vocabulary, { words }: Alternative): number {
  return Math.min(
    ...words.map((terms) => terms.reduce((most, term) => Math.max(most, termPages(vocabulary, term)), 0)),
  );
}

function termPages({ data }: Vocabulary, term: number): number {
  return term === -1 ? 0 : (data.termPages[term] ?? 0);
}

/** The question words and negations of a query, each in all its forms. */
export function softWords(vocabulary: Vocabulary, words: readonly QueryWord[]): number[][] {
  const terms = new Set(words.map(({ terms: [first = ''] }) => first).filter((term) => softTerms.has(term)));
  return [...terms].flatMap((term) => {
    const id = vocabulary.termId(term);
    return id === -1 ? [] : [vocabulary.formIdsOf(id)];
  });
}

/** The query with every phrase taken apart: for when no page has any of the phrases whole. */
export function loosened(query: Query): Query {
  const loosen = ({ words, weight }: Alternative): Alternative[] =>
    words.length === 1
      ? [{ words, weight }]
      : words.map((terms) => ({ words: [terms], weight: weight * weights.part }));
  return {
    ...query,
    groups: query.groups.map((group) => ({ ...group, alternatives: group.alternatives.flatMap(loosen) })),
  };
}
