/** What a piece of text is. */
export type TokenKind =
  /** Letters, with hyphens and apostrophes inside; also a letter-spaced word («п р и к а з ы в а ю»). */
  | 'word'
  /** Digits and what belongs to them: «1 500,50», «102/53», «20.08.2024», «210-ФЗ», «2816–р», «+7 (383) 238-60-62». */
  | 'number'
  /** A shortened word with its full stop, an initial. */
  | 'abbreviation'
  /** A web or e-mail address. */
  | 'address'
  /** `((name))`, or the beginning of a flag: `((name??`. */
  | 'variable'
  /** What a line of a list begins with: «1.1.», «II.», «а)», «–». */
  | 'mark'
  /** U+FFFC: what is not text, a picture or a line break in an editor. */
  | 'object'
  | 'punctuation'
  /** Any other sign: «№», «%», «+». */
  | 'symbol'
  /** White space, line ends with it. */
  | 'space';

/** A piece of a text. The tokens of a text, one after the other, are the text. */
export interface Token {
  readonly kind: TokenKind;
  /** UTF-16 code units into the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What to look up in the dictionary: without the full stop of an abbreviation, with letter-spacing undone. */
  readonly word: string;
  /** Only of abbreviations: what their full stop may do besides. */
  readonly abbreviation?: AbbreviationClass;
}

/**
 * What the full stop of a shortened word may do besides:
 * - `open`: never ends a sentence («ст. 5», «ул. Ленина»);
 * - `measure`: ends one before a capital, because a number stood before («5 тыс. руб. Заявление …»);
 * - `closing`: ends one before a capital («и т. д. Далее …»);
 * - `initial`: a name goes on («Е. М. Иванова»).
 */
export type AbbreviationClass = 'open' | 'measure' | 'closing' | 'initial';
