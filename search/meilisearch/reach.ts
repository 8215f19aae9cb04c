import { phraseTerms } from '../analysis/analyser.ts';
import type { RecordField } from '../engine/records.ts';
import type { Vocabulary } from '../engine/vocabulary.ts';

/**
 * What else a text should be found by: words of one root with its words, and everything that stands for its phrases in the synonyms.
 * Our own engine looks that up when it is asked; Meilisearch knows no OR inside a query, so here it is done beforehand.
 */
export class Reach {
  readonly #vocabulary: Vocabulary;
  readonly #relatives = new Map<string, readonly string[]>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** The terms that reach the texts of a record and do not stand in them. */
  of(fields: readonly RecordField[]): Set<string> {
    const own = new Set(fields.flatMap(({ terms }) => terms));
    const reached = new Set<string>();
    for (const term of own) for (const relative of this.#relativesOf(term)) reached.add(relative);
    for (const { forms } of fields) for (const term of this.#synonymsIn(forms)) reached.add(term);
    for (const term of own) reached.delete(term);
    return reached;
  }

  #relativesOf(term: string): readonly string[] {
    const known = this.#relatives.get(term);
    if (known !== undefined) return known;
    const { terms } = this.#vocabulary.data;
    const relatives = this.#vocabulary.relatives(term).map((id) => terms[id] ?? '');
    this.#relatives.set(term, relatives);
    return relatives;
  }

  *#synonymsIn(forms: readonly string[]): Generator<string> {
    const { analyser, synonyms } = this.#vocabulary;
    const words = forms.map((form) => ({
      terms: phraseTerms(form, this.#vocabulary.termsOf(form)),
      small: analyser.isFunctionWord(form),
    }));
    for (const { alternatives } of synonyms.matches(words)) yield* alternatives.flat(2);
  }
}
