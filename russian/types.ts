/** Parts of speech, by the names of OpenCorpora. */
export type PartOfSpeech =
  | 'NOUN'
  | 'ADJF'
  | 'ADJS'
  | 'COMP'
  | 'VERB'
  | 'INFN'
  | 'PRTF'
  | 'PRTS'
  | 'GRND'
  | 'NUMR'
  | 'ADVB'
  | 'NPRO'
  | 'PRED'
  | 'PREP'
  | 'CONJ'
  | 'PRCL'
  | 'INTJ'
  | 'LATN'
  | 'PNCT'
  | 'NUMB'
  | 'ROMN'
  | 'UNKN';

/** A set of grammemes as a bit mask; the bits are in `Grammeme`. */
export type Grammemes = number;

/** One analysis of a word form. */
export interface Parse {
  /** The dictionary form, lower case, with ё where the dictionary has it. A participle's lemma is its infinitive. */
  readonly lemma: string;
  readonly partOfSpeech: PartOfSpeech;
  readonly grammemes: Grammemes;
  /** The whole tag of OpenCorpora, for what has no bit: `NOUN,inan,neut sing,gent`. */
  readonly tag: string;
  /** 0…1; the analyses of one form add up to 1. */
  readonly probability: number;
  /** False when guessed from the ending. */
  readonly known: boolean;
}

/** A word form with its grammemes. */
export interface Form {
  /** Lower case, with ё where the dictionary has it. */
  readonly form: string;
  readonly partOfSpeech: PartOfSpeech;
  readonly grammemes: Grammemes;
  /** The whole tag of OpenCorpora. */
  readonly tag: string;
}

/** The morphological dictionary. Pure: the same in Node and in a browser worker. */
export interface Dictionary {
  /**
   * All analyses, most probable first; never empty. Case, stress marks, soft hyphens and ё/е do not matter, except
   * that a written ё is evidence: «всё» is no longer «все» where the dictionary tells them apart.
   */
  parse(word: string): readonly Parse[];
  /** Whether the dictionary itself has the form. */
  has(word: string): boolean;
  /** All lemmas of a form, most probable first, without repeats. */
  lemmas(word: string): readonly string[];
  /** All forms of the lexeme this parse belongs to. */
  forms(parse: Parse): readonly Form[];
  /**
   * The form of the same lexeme that has all the wanted grammemes and keeps the others where possible, or undefined.
   * The part of speech stays, but an infinitive may become finite and the other way round. Name one to get at the
   * others of a verb: `inflect(parse, Grammeme.neut, 'PRTS')` of «проверить» is «проверено».
   */
  inflect(parse: Parse, wanted: Grammemes, partOfSpeech?: PartOfSpeech): string | undefined;
}
