import { type Analyser, phraseTerms } from '../analysis/analyser.ts';

/** A word of a query or of a phrase, by what it is found by. */
export interface PhraseWord {
  readonly terms: readonly string[];
  /** A small word between the words of a phrase does not break it. */
  readonly small: boolean;
}

/** The other phrases of a group, found because one of its phrases stands in the query. */
export interface SynonymMatch {
  /** The first and the last word of the phrase in the query, both included. */
  readonly first: number;
  readonly last: number;
  /** Each phrase as words, each word as the terms it may be found by. */
  readonly alternatives: readonly (readonly (readonly string[])[])[];
}

interface Phrase {
  readonly group: number;
  /** What must stand in the query. */
  readonly words: readonly (readonly string[])[];
  /** What must stand in a text. */
  readonly telling: readonly (readonly string[])[];
}

/** Groups of phrases that mean the same, found in any form of their words. */
export class SynonymMatcher {
  readonly #groups: readonly (readonly Phrase[])[];
  readonly #byFirstTerm = new Map<string, Phrase[]>();
  readonly #terms = new Set<string>();

  constructor(groups: readonly (readonly string[])[], analyser: Analyser) {
    this.#groups = groups.map((phrases, group) =>
      phrases.map((phrase) => phraseOf(phrase, group, analyser)).filter(({ words }) => words.length > 0),
    );
    for (const phrase of this.#groups.flat()) {
      for (const term of phrase.words[0] ?? []) {
        const phrases = this.#byFirstTerm.get(term);
        if (phrases === undefined) this.#byFirstTerm.set(term, [phrase]);
        else phrases.push(phrase);
      }
      for (const term of phrase.words.flat()) this.#terms.add(term);
    }
  }

  /** All terms that stand in some phrase, sorted. */
  get terms(): string[] {
    return [...this.#terms].sort();
  }

  has(term: string): boolean {
    return this.#terms.has(term);
  }

  /** Every phrase that stands in the query, word after word. */
  matches(words: readonly PhraseWord[]): SynonymMatch[] {
    const found: SynonymMatch[] = [];
    for (const [first, word] of words.entries()) {
      const tried = new Set<Phrase>();
      for (const term of word.terms) {
        for (const phrase of this.#byFirstTerm.get(term) ?? []) {
          if (tried.has(phrase)) continue;
          tried.add(phrase);
          const last = endOfPhrase(phrase, words, first);
          if (last === undefined) continue;
          const alternatives = (this.#groups[phrase.group] ?? [])
            .filter((other) => other !== phrase && other.telling.length > 0)
            .map((other) => other.telling);
          found.push({ first, last, alternatives });
        }
      }
    }
    return found;
  }
}

function endOfPhrase(phrase: Phrase, words: readonly PhraseWord[], first: number): number | undefined {
  let place = first;
  for (const [number, terms] of phrase.words.entries()) {
    if (number > 0) place++;
    while (words[place]?.small && !shares(words[place]?.terms, terms)) place++;
    if (!shares(words[place]?.terms, terms)) return undefined;
  }
  return place;
}

function shares(one: readonly string[] | undefined, other: readonly string[]): boolean {
  return one?.some((term) => other.includes(term)) ?? false;
}

// The two likeliest readings of a word: more would make phrases of accidents.
function phraseOf(phrase: string, group: number, analyser: Analyser): Phrase {
  const words = analyser
    .tokens(phrase)
    .map(({ form }) => ({ form, terms: phraseTerms(form, analyser.terms(form)).slice(0, 2) }));
  const telling = words.filter(({ form }) => !analyser.isFunctionWord(form) || negations.has(form));
  return {
    group,
    words: words.map(({ terms }) => terms),
    // «За сколько» says in a text nothing of a term.
    telling: telling.every(({ form }) => analyser.isStopWord(form)) ? [] : telling.map(({ terms }) => terms),
  };
}

// Without them «нет ответа» would be «ответ».
const negations: ReadonlySet<string> = new Set(['не', 'ни', 'без', 'нет']);
