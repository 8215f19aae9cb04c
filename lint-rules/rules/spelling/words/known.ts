import { cleanWord, type Dictionary, foldWord, hasGrammeme } from '@ponyatno/russian';
import type { Speller } from '../engine/speller.ts';
import { compoundEnds } from './compounds.ts';
import { isModern } from './modern.ts';

/** Tells whether a word is spelled right: it is enough that one source knows it. */
export class KnownWords {
  readonly #dictionary: Dictionary;
  readonly #speller: Speller;
  readonly #own: ReadonlySet<string>;

  /** `own` are the words of the glossary and of official names, folded. */
  constructor(dictionary: Dictionary, speller: Speller, own: ReadonlySet<string>) {
    this.#dictionary = dictionary;
    this.#speller = speller;
    this.#own = own;
  }

  /** A word without hyphens, in whatever case. */
  hasPart(part: string): boolean {
    const clean = cleanWord(part);
    if (this.hasOwn(clean) || this.#inDictionary(clean) || isModern(foldWord(clean))) return true;
    return this.hasSpelled(clean) && !this.#isGluedNegation(clean);
  }

  /** Whether the text's own glossary or names have it. */
  hasOwn(clean: string): boolean {
    return this.#own.has(foldWord(clean));
  }

  /** «незнаем» is a participle that nobody uses, and a verb with «не» that everybody glues. */
  #isGluedNegation(clean: string): boolean {
    const rest = clean.startsWith('не') ? clean.slice(2) : '';
    return (
      rest.length > 2 &&
      this.#dictionary.has(rest) &&
      this.#dictionary.parse(rest)[0]?.partOfSpeech === 'VERB'
    );
  }

  /** Whether Hunspell knows it, in small letters or as a name. */
  hasSpelled(clean: string): boolean {
    const capital = clean.charAt(0).toUpperCase() + clean.slice(1);
    return (
      this.#speller.spell(clean) || this.#speller.spell(capital) || this.#speller.spell(clean.toUpperCase())
    );
  }

  /** OpenCorpora lists some mistakes as such, and does not tell where ё must not stand. */
  #inDictionary(clean: string): boolean {
    if (!this.#dictionary.has(clean)) return false;
    const parses = this.#dictionary.parse(clean);
    if (parses.every(({ tag }) => hasGrammeme(tag, 'Erro'))) return false;
    return !clean.includes('ё') || this.hasYo(clean);
  }

  /** Whether a word with ё is spelled with it: «опёка» is not. */
  hasYo(clean: string): boolean {
    if (this.#speller.spell(clean)) return true;
    return this.#dictionary
      .parse(clean)
      .some((parse) => this.#dictionary.forms(parse).some(({ form }) => form === clean));
  }

  /** A word with hyphens: known as a whole, or each part of it is. Gives the first part that is not. */
  unknownPart(clean: string): string | undefined {
    const parts = clean.split('-');
    if (parts.length > 1 && (this.hasOwn(clean) || this.#dictionary.has(clean) || this.#speller.spell(clean)))
      return undefined;
    return parts.find((part, index) => {
      if (part === '' || !/[а-яё]/.test(part) || /\d/.test(part)) return false;
      const isLast = index === parts.length - 1;
      if (isLast && parts.length > 1 && compoundEnds.has(part)) return false;
      return !this.hasPart(part) && (isLast || !this.#isFirstOfCompound(part));
    });
  }

  /** «жилищно-», «северо-»: an adjective or a noun that has lost its ending. */
  #isFirstOfCompound(part: string): boolean {
    if (part.length < 3) return true;
    if (!/[оеи]$/.test(part)) return false;
    const stem = part.slice(0, -1);
    return ['ый', 'ий', 'ой', 'а', 'я', 'о', 'е', ''].some((ending) => this.#dictionary.has(stem + ending));
  }
}
