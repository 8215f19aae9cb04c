import { phraseTerms } from '../analysis/analyser.ts';
import { tableRelatives } from '../analysis/families.ts';
import type { Vocabulary } from '../engine/vocabulary.ts';
import type { Alternative } from './model.ts';
import type { QueryWord } from './reading.ts';
import type { PhraseWord } from './synonyms.ts';

const weights = { synonym: 0.8, relative: 0.6 };

interface Synonyms {
  readonly of: ReadonlyMap<number, Alternative[]>;
  /** Stop words that stand for a phrase: «до скольки» is «время работы». */
  readonly forced: ReadonlySet<number>;
}

/** The phrases that stand for words of a query, by the synonyms of the agency and of everybody. */
export function synonymsOf(vocabulary: Vocabulary, words: readonly QueryWord[]): Synonyms {
  const of = new Map<number, Alternative[]>();
  const forced = new Set<number>();
  const asTyped = words.map(({ form, terms, small }) => ({ terms: phraseTerms(form, terms), small }));
  addSynonyms(vocabulary, words, asTyped, weights.synonym, { of, forced });
  // «Нахамил» is «хамство», and that is «грубость»: of a word that the pages lack the words of its root may be meant.
  const lacking = words.map(
    ({ form, stop }, place) => !stop && !of.has(place) && vocabulary.formId(form) === -1,
  );
  if (lacking.includes(true)) {
    const byRoot = asTyped.map(({ terms, small }, place) => ({
      terms: lacking[place] ? terms.slice(0, 1).flatMap(tableRelatives) : [],
      small,
    }));
    addSynonyms(vocabulary, words, byRoot, weights.relative, { of, forced });
  }
  return { of, forced };
}

function addSynonyms(
  vocabulary: Vocabulary,
  words: readonly QueryWord[],
  phraseWords: readonly PhraseWord[],
  weight: number,
  { of, forced }: { of: Map<number, Alternative[]>; forced: Set<number> },
): void {
  for (const { first, last, alternatives } of vocabulary.synonyms.matches(phraseWords)) {
    const alive = alternatives.flatMap((phrase) => alternativeOf(vocabulary, phrase, weight));
    if (alive.length === 0) continue;
    const inside = words.slice(first, last + 1).map((_, offset) => first + offset);
    const telling = inside.filter((place) => words[place]?.stop === false);
    // One question word is no phrase: «как» may be a reading of some word of a group by accident.
    if (telling.length === 0 && inside.length === 1) continue;
    if (telling.length === 0) for (const place of inside) forced.add(place);
    for (const place of telling.length > 0 ? telling : inside) {
      of.set(place, [...(of.get(place) ?? []), ...alive]);
    }
  }
}

function alternativeOf(
  vocabulary: Vocabulary,
  phrase: readonly (readonly string[])[],
  weight: number,
): Alternative[] {
  const words = phrase.map((terms) =>
    terms.map((term) => vocabulary.termId(term)).filter((term) => term !== -1),
  );
  return words.some((terms) => terms.length === 0) ? [] : [{ weight, words }];
}
