import { foldWord, Grammeme, type Grammemes, type PartOfSpeech } from '@ponyatno/russian';

/** One way in which a word can fit. */
export type Atom =
  | { readonly kind: 'lemma'; readonly lemma: string }
  | { readonly kind: 'form'; readonly form: string }
  | {
      readonly kind: 'test';
      readonly partOfSpeech?: PartOfSpeech;
      /** Grammemes that one analysis must have. */
      readonly has: Grammemes;
      /** Grammemes that no analysis may have. */
      readonly lacks: Grammemes;
    };

/** One word of a pattern. */
export interface Element {
  /** It is enough that one of them fits. */
  readonly atoms: readonly Atom[];
  readonly optional: boolean;
  /** How many other words may stand before it. */
  readonly gap: number;
  /** Must be there, but is no part of the finding. */
  readonly context: boolean;
}

/** One sequence of words, or two that stand near each other in either order. */
export interface Pattern {
  readonly sides: readonly (readonly Element[])[];
}

const partsOfSpeech: ReadonlySet<string> = new Set<PartOfSpeech>([
  ...(['NOUN', 'ADJF', 'ADJS', 'COMP', 'VERB', 'INFN', 'PRTF', 'PRTS', 'GRND'] as const),
  ...(['NUMR', 'ADVB', 'NPRO', 'PRED', 'PREP', 'CONJ', 'PRCL', 'INTJ', 'NUMB'] as const),
]);

/**
 * Reads a pattern.
 *
 * | written | matches |
 * |---|---|
 * | `проверка` | any form of the word in any of its analyses, participles and reflexives of a verb too |
 * | `=рамках` | exactly this form |
 * | `a\|b` | either |
 * | `?x` | x or nothing |
 * | `~2` | up to two words |
 * | `A & B` | both within five words, in either order |
 * | `<NOUN>`, `<gent>`, `<NOUN:gent>`, `<gent!datv>` | a noun; a genitive; both; a genitive that cannot be a dative |
 * | `<VERB:pres,per3>` | several grammemes at once |
 * | `(x)` | x must be there but is no part of the finding |
 *
 * Punctuation between words does not matter, ё is е, case does not matter.
 */
export function parsePattern(source: string): Pattern {
  const sides = source.split(' & ').map((side) => parseSide(side, source));
  if (sides.length > 2) throw new Error(`Pattern «${source}»: one & at most`);
  return { sides };
}

function parseSide(side: string, source: string): Element[] {
  const elements: Element[] = [];
  let gap = 0;
  for (const piece of side.trim().split(/\s+/)) {
    const skip = /^~(\d)$/.exec(piece);
    if (skip) {
      gap += Number(skip[1]);
      continue;
    }
    elements.push({ ...parseElement(piece, source), gap });
    gap = 0;
  }
  if (elements.length === 0 || gap > 0) throw new Error(`Pattern «${source}»: a word is missing`);
  return elements;
}

function parseElement(piece: string, source: string): Omit<Element, 'gap'> {
  const inside = /^\((.+)\)$/.exec(piece)?.[1];
  const optional = piece.startsWith('?');
  const text = inside ?? (optional ? piece.slice(1) : piece);
  return {
    atoms: text.split('|').map((atom) => parseAtom(atom, source)),
    optional,
    context: inside !== undefined,
  };
}

function parseAtom(atom: string, source: string): Atom {
  const test = /^<([A-Z]+)?:?([a-z0-9,]+)?(?:!([a-z0-9,]+))?>$/.exec(atom);
  if (test) return parseTest(test[1], test[2], test[3], source);
  const exact = atom.startsWith('=');
  const word = foldWord(exact ? atom.slice(1) : atom);
  if (!/^[а-я-]+$/.test(word)) throw new Error(`Pattern «${source}»: «${atom}» is no word`);
  return exact ? { kind: 'form', form: word } : { kind: 'lemma', lemma: word };
}

function parseTest(
  partOfSpeech: string | undefined,
  has: string | undefined,
  lacks: string | undefined,
  source: string,
): Atom {
  if (partOfSpeech !== undefined && !isPartOfSpeech(partOfSpeech)) {
    throw new Error(`Pattern «${source}»: no part of speech ${partOfSpeech}`);
  }
  return {
    kind: 'test',
    ...(partOfSpeech === undefined ? {} : { partOfSpeech }),
    has: grammemes(has, source),
    lacks: grammemes(lacks, source),
  };
}

function grammemes(names: string | undefined, source: string): Grammemes {
  let mask = 0;
  for (const name of names?.split(',') ?? []) {
    const entry = Object.entries(Grammeme).find(([known]) => known === name);
    if (!entry) throw new Error(`Pattern «${source}»: no grammeme ${name}`);
    mask |= entry[1];
  }
  return mask;
}

function isPartOfSpeech(name: string): name is PartOfSpeech {
  return partsOfSpeech.has(name);
}
