import { isRussianWord, phraseTerms } from '../analysis/analyser.ts';
import { formOf } from '../analysis/forms.ts';
import { prefixRange } from '../analysis/sorted.ts';
import { specialTerms } from '../analysis/special.ts';
import type { Vocabulary } from '../engine/vocabulary.ts';
import { slipCost } from './distance.ts';
import { oneEditAway } from './edits.ts';
import type { NearWord } from './speller.ts';

/** What the index and the dictionary know of the words of one query. Near words are looked for once a word. */
export class WordKnowledge {
  readonly #vocabulary: Vocabulary;
  readonly #near = new Map<string, NearTerm[]>();
  /** Looking for near words goes through the vocabulary: a hostile query must not do it without end. */
  #searchesLeft = 12;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Whether the pages have the word in any form. */
  indexed(form: string): boolean {
    if (this.#vocabulary.formId(form) !== -1) return true;
    const { analyser } = this.#vocabulary;
    const terms = this.#vocabulary
      .termsOf(form)
      .filter((term) => this.#vocabulary.termId(term) !== -1 && !analyser.isFunctionWord(term));
    // Of a number or an address the whole: «ghb`v» is not in the index because a roman «v» is.
    return isRussianWord(form) ? terms.length > 0 : terms.includes(form);
  }

  /** Whether the pages or the synonyms have the word in any form. */
  findable(form: string): boolean {
    return (
      this.indexed(form) ||
      phraseTerms(form, this.#vocabulary.termsOf(form)).some((term) => this.#vocabulary.synonyms.has(term))
    );
  }

  /** Whether the word alone stands for other words that the pages have: «ГПЗУ» for «градостроительный план». */
  standsForOther(form: string): boolean {
    const { synonyms } = this.#vocabulary;
    const terms = phraseTerms(form, this.#vocabulary.termsOf(form));
    return synonyms
      .matches([{ terms, small: false }])
      .some(({ alternatives }) =>
        alternatives.some((words) =>
          words.every((word) => word.some((term) => this.#vocabulary.termId(term) !== -1)),
        ),
      );
  }

  /** Whether the word is a word. */
  known(form: string): boolean {
    return this.findable(form) || specialTerms(form) !== undefined || this.#inDictionary(form);
  }

  /** Whether some word of the pages begins so. */
  begins(form: string): boolean {
    if (form.length < 2) return false;
    const [from, to] = prefixRange(this.#vocabulary.data.forms, form);
    return from < to;
  }

  /** Words of the pages and of the synonyms that the word may be a slip of, the most likely first. */
  near(form: string): readonly NearTerm[] {
    const before = this.#near.get(form);
    if (before !== undefined) return before;
    if (this.#searchesLeft <= 0 || /\d/.test(form)) return [];
    this.#searchesLeft--;
    const found = this.#search(form);
    this.#near.set(form, found);
    return found;
  }

  /** Words of the dictionary that the form is one slip away from, the first letter kept, the likeliest slip first. */
  righted(form: string): string[] {
    if (!isRussianWord(form) || form.length < 5 || form.length > longestRighted) return [];
    if (this.#searchesLeft <= 0) return [];
    this.#searchesLeft--;
    const near = oneEditAway(form).filter((edited) => this.#inDictionary(edited));
    return near.sort((a, b) => slipCost(form, a, farthest) - slipCost(form, b, farthest));
  }

  /** What words of the pages that are relatives of this one are found by. */
  relativesOf(form: string): (readonly string[])[] {
    const { analyser, data } = this.#vocabulary;
    const related = analyser.lemmas(form).flatMap((lemma) => this.#vocabulary.relatives(lemma));
    return related.map((term) => [data.terms[term] ?? '']);
  }

  /** Words of the pages that the form is a part of, the shortest first. */
  around(form: string): string[] {
    if (form.length < 5) return [];
    const inside = this.#vocabulary.data.forms.filter((word) => word.includes(form));
    return inside.sort((a, b) => a.length - b.length).slice(0, 8);
  }

  /** Whether the piece of a query between two spaces means something. */
  recognises(piece: string, unfinished: boolean): boolean {
    const form = formOf(piece);
    if (form === '') return false;
    if (this.known(form) || (unfinished && this.begins(form))) return true;
    const tokens = this.#vocabulary.analyser.tokens(piece);
    if (tokens.length > 1 || tokens[0]?.form !== form) {
      // A sign inside a word is a letter of the other layout, unless both sides are words: «приём/запись».
      return tokens.length > 1 && tokens.every((token) => token.form.length > 2 && this.known(token.form));
    }
    return form.length > 3 && (this.near(form)[0]?.cost ?? surelyFar) <= oneSlip;
  }

  #inDictionary(form: string): boolean {
    return isRussianWord(form) && this.#vocabulary.analyser.dictionary.has(form);
  }

  // The form against forms; the lemmas it would have against lemmas, so that the right word is found in another form.
  #search(form: string): NearTerm[] {
    const { data, formSpeller, termSpeller, analyser } = this.#vocabulary;
    const found: NearTerm[] = [];
    const add = (near: readonly NearWord[], words: readonly string[], extra: number) => {
      for (const { index, cost } of near) {
        const word = words[index] ?? '';
        const same = found.findIndex((other) => other.word === word);
        if (same === -1) found.push({ word, cost: cost + extra });
      }
    };
    add(formSpeller.near(form), data.forms, 0);
    const sure = found.some(({ cost }) => cost <= oneSlip);
    for (const lemma of sure ? [] : analyser.lemmas(form)) {
      if (lemma !== form) add(termSpeller.near(lemma), data.terms, otherForm);
    }
    add(this.#vocabulary.synonymSpeller.near(form), this.#vocabulary.synonymTerms, otherForm);
    found.sort((a, b) => a.cost - b.cost);
    const best = found[0];
    return best === undefined ? [] : found.filter(({ cost }) => cost <= best.cost + 6).slice(0, 4);
  }
}

/** A word that another may be a slip of. */
export interface NearTerm {
  readonly word: string;
  readonly cost: number;
}

/** One plain edit. */
export const oneSlip = 10;
const surelyFar = Number.POSITIVE_INFINITY;
const farthest = 100;
/** A longer word has too many neighbours to look up. */
const longestRighted = 24;
/** The right word in another form is a little less likely than in the form that was typed. */
const otherForm = 2;
