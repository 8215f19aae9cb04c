import { otherLayout } from '../analysis/layout.ts';
import { phraseKey } from '../analysis/phrases.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { cleanQuery } from './clean.ts';
import { groupsOf, softWords } from './groups.ts';
import type { Query } from './model.ts';
import { readWords } from './reading.ts';
import { WordKnowledge } from './words.ts';

/** Takes a query apart as the pages were taken apart, and adds what else may stand for its words. */
export function parseQuery(index: SearchIndex, typed: string): Query {
  const knowledge = new WordKnowledge(index);
  const text = cleanQuery(typed);
  const retyped = otherLayout(text, (word, unfinished) => knowledge.recognises(word, unfinished));
  const meant = retyped ?? text;
  const words = readWords(index, knowledge, meant);
  const corrected = words.reduceRight(
    (shown, { start, end, shown: word }) =>
      word === undefined ? shown : shown.slice(0, start) + word + shown.slice(end),
    meant,
  );
  return {
    groups: groupsOf(index, words),
    soft: softWords(index, words),
    key: phraseKey(words.map(({ terms, stop }) => ({ term: terms[0] ?? '', stop }))),
    shownFor: corrected === text ? undefined : corrected.trim(),
  };
}
