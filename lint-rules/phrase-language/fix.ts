/** The six cases, by the names of OpenCorpora. */
export type Case = 'nomn' | 'gent' | 'datv' | 'accs' | 'ablt' | 'loct';

type Action =
  | { readonly kind: 'swap'; readonly words: readonly string[] }
  | { readonly kind: 'conjunction'; readonly middle: string; readonly first: string }
  | { readonly kind: 'govern'; readonly word: string; readonly from: Case; readonly to: Case }
  | { readonly kind: 'agree'; readonly lemma: string }
  | { readonly kind: 'noun'; readonly lemma: string }
  | { readonly kind: 'verb'; readonly imperfective: string; readonly perfective: string }
  | { readonly kind: 'predicate'; readonly lemma: string }
  | { readonly kind: 'keep'; readonly index: number }
  | { readonly kind: 'omit'; readonly conjunction: string }
  | { readonly kind: 'lead'; readonly word: string };

/** When a fix may be offered: what the first matched word, the word before and the word after must be. */
interface Conditions {
  readonly self?: string;
  readonly previous?: string;
  readonly next?: string;
}

/** One way to replace a phrase, with the conditions under which the result is good Russian. */
export class Fix {
  readonly action: Action;
  readonly conditions: Conditions;

  constructor(action: Action, conditions: Conditions = {}) {
    this.action = action;
    this.conditions = conditions;
  }

  /** Only when the next word fits this element of the pattern language. */
  before(next: string): Fix {
    return new Fix(this.action, { ...this.conditions, next });
  }

  /** Only when the word before fits. */
  after(previous: string): Fix {
    return new Fix(this.action, { ...this.conditions, previous });
  }

  /** Only when the first word of the phrase fits. */
  when(self: string): Fix {
    return new Fix(this.action, { ...this.conditions, self });
  }
}

/** Other words with the same government: «посредством» → «с помощью». */
export const swap = (...words: string[]): Fix => new Fix({ kind: 'swap', words });

/** A conjunction: with a comma before it inside a sentence, another one at its beginning. */
export const conjunction = (middle: string, first: string): Fix =>
  new Fix({ kind: 'conjunction', middle, first });

/**
 * A word that governs another case; the noun phrase after it is re-inflected: «в связи с ремонтом» → «из-за ремонта».
 * `=` keeps the phrase itself («вопреки закона» → «вопреки закону»), an empty word drops it.
 */
export const govern = (word: string, from: Case, to: Case): Fix =>
  new Fix({ kind: 'govern', word, from, to });

/** Another adjective in the same case, number and gender: «данное» → «это». */
export const agree = (lemma: string): Fix => new Fix({ kind: 'agree', lemma });

/** Another noun in the same case and number, when nothing has to agree with its gender. */
export const noun = (lemma: string): Fix => new Fix({ kind: 'noun', lemma });

/** Another verb with the same government, in the same form and aspect. Words after the verb stay as they are. */
export const verb = (imperfective: string, perfective: string): Fix =>
  new Fix({ kind: 'verb', imperfective, perfective });

/** A verb that agrees with the subject right before the phrase: «Вы вправе» → «Вы можете». */
export const predicate = (lemma: string): Fix => new Fix({ kind: 'predicate', lemma });

/** Only this word of the phrase stays (counted from 0 over the words of the pattern): «период времени» → «период». */
export const keep = (index: number): Fix => new Fix({ kind: 'keep', index });

/** An introduction goes, with its comma and this conjunction: «Необходимо отметить, что срок…» → «Срок…». */
export const omit = (conjunction: string): Fix => new Fix({ kind: 'omit', conjunction });

/** A word that needs no comma after it: «Учитывая изложенное, просим» → «Поэтому просим». */
export const lead = (word: string): Fix => new Fix({ kind: 'lead', word });
