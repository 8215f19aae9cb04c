import { otherLayout } from '../analysis/layout.ts';
import { phraseKey } from '../analysis/phrases.ts';
import type { Vocabulary } from '../engine/vocabulary.ts';
import { cleanQuery } from './clean.ts';
import { groupsOf, softWords } from './groups.ts';
import type { Query } from './model.ts';
import { readWords } from './reading.ts';
import { WordKnowledge } from './words.ts';

/** Takes a query apart as the pages were taken apart, and adds what else may stand for its words. */
export function parseQuery(vocabulary: Vocabulary, typed: string): Query {
  const knowledge = new WordKnowledge(vocabulary);
  const text = cleanQuery(typed);
  const retyped = otherLayout(text, (word, unfinished) => knowledge.recognises(word, unfinished));
  const meant = retyped ?? text;
  const words = readWords(vocabulary, knowledge, meant);
  const corrected = words.reduceRight(
    (shown, { start, end, shown: word }) =>
      word === undefined ? shown : shown.slice(0, start) + word + shown.slice(end),
    meant,
  );
  return {
    groups: groupsOf(vocabulary, words),
    soft: softWords(vocabulary, words),
    key: phraseKey(words.map(({ terms, stop }) => ({ term: terms[0] ?? '', stop }))),
    shownFor: corrected === text ? undefined : corrected.trim(),
  };
}
