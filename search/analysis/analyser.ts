import { type Dictionary, tokenize } from '@ponyatno/russian';
import { numerals, textAbbreviations } from '../vocabulary/numerals.ts';
import { functionWords, stopWords } from '../vocabulary/stop-words.ts';
import { formOf } from './forms.ts';
import { specials, specialTerms } from './special.ts';

/** A word or a number of a text. Offsets are UTF-16 units, end exclusive. */
export interface SearchToken {
  readonly start: number;
  readonly end: number;
  /** The spelling it is compared by. */
  readonly form: string;
}

/** Longer things are no words: they are skipped. */
const longestToken = 64;
const mostLemmas = 3;
const meaningful = /[\p{L}\p{N}]/u;
const betweenThousands = /(?<=\d)[\s\u00a0\u202f](?=\d{3})/gu;
const aroundToken = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Takes texts and queries apart, both in the same way. */
export class Analyser {
  readonly dictionary: Dictionary;

  constructor(dictionary: Dictionary) {
    this.dictionary = dictionary;
  }

  /** The words and numbers of a text, in order. */
  tokens(text: string): SearchToken[] {
    const tokens: SearchToken[] = specials(text);
    const taken = tokens.length;
    let special = 0;
    for (const { start, end, word } of wordsOf(text)) {
      while (special < taken && (tokens[special]?.end ?? 0) <= start) special++;
      const next = special < taken ? tokens[special] : undefined;
      if (next !== undefined && next.start < end) continue;
      if (end - start > longestToken || !meaningful.test(word)) continue;
      const form = formOf(word).replace(aroundToken, '').replace(betweenThousands, '');
      if (form !== '') tokens.push({ start, end, form });
    }
    return taken === 0 ? tokens : tokens.sort((a, b) => a.start - b.start);
  }

  /** What a form is found by, the most likely first: its lemmas, or the parts and spellings of a number or an address. */
  terms(form: string): string[] {
    const special = specialTerms(form);
    if (special !== undefined) return special;
    if (!isRussianWord(form)) return withParts(form);
    const lemmas = this.lemmas(form);
    const terms = this.dictionary.has(form) ? lemmas : [form, ...lemmas];
    const expansion = textAbbreviations.get(form);
    if (expansion !== undefined) terms.push(expansion);
    for (const lemma of lemmas) {
      const digits = numerals.get(lemma);
      if (digits !== undefined) terms.push(digits);
    }
    if (form.includes('-')) {
      terms.push(form.replaceAll('-', ''));
      for (const part of form.split('-')) if (part.length > 2) terms.push(...this.lemmas(part).slice(0, 1));
    }
    return [...new Set(terms)];
  }

  /** At most three dictionary forms of a word, ё as е, the most likely first. */
  lemmas(form: string): string[] {
    return this.dictionary.lemmas(form).slice(0, mostLemmas).map(formOf);
  }

  /** Whether the word carries nothing to search for. */
  isStopWord(form: string): boolean {
    const lemma = this.lemmas(form)[0] ?? '';
    // The dictionary declines prepositions too: «отов» would be a form of «от», and is a slip of «отлов».
    return stopWords.has(form) || (stopWords.has(lemma) && !functionWords.has(lemma));
  }

  /** Whether the word is too small to break a phrase. */
  isFunctionWord(form: string): boolean {
    return functionWords.has(form);
  }
}

/** Whether a form is looked up in the dictionary; all others are numbers, addresses and words of other scripts. */
export function isRussianWord(form: string): boolean {
  return /^[а-я-]+$/.test(form);
}

/** The terms by which a word takes part in a phrase: «59-ФЗ» is not «ФЗ». */
export function phraseTerms(form: string, terms: readonly string[]): readonly string[] {
  return isRussianWord(form) ? terms : [form];
}

// The words inside `((first reply date))` count too.
function* wordsOf(text: string, offset = 0): Generator<{ start: number; end: number; word: string }> {
  for (const { kind, start, end, word } of tokenize(text)) {
    if (kind === 'variable') yield* wordsOf(text.slice(start + 2, end - 2), offset + start + 2);
    else if (kind !== 'space' && kind !== 'punctuation')
      yield { start: offset + start, end: offset + end, word };
  }
}

const numberWithLetters = /^(?:\d{1,5}-\p{L}{1,5}|\p{L}{1,5}-\d{1,5})$/u;

// «102/53», «dmp.nso.ru», «24-часовой»: the whole, and the parts people remember. «4.6» is one number.
function withParts(form: string): string[] {
  if (/^\d+(?:[.,]\d+)+$/.test(form)) return [form];
  const parts = form.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
  if (parts.length < 2) return [form];
  // «7-З» is typed «7з», «2-НДФЛ» is typed «2ндфл».
  const glued = numberWithLetters.test(form) ? [form.replace('-', '')] : [];
  return [...new Set([form, ...glued, ...parts])];
}
