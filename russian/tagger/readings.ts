import { foldWord } from '../fold.ts';
import { cases, Grammeme, genders, numbers } from '../grammemes.ts';
import type { Token, TokenKind } from '../token.ts';
import type { Dictionary, Grammemes, Parse, PartOfSpeech } from '../types.ts';
import { hashOf, mix } from './hash.ts';

/** What the tagger decides between: analyses that differ in part of speech, case, number or gender. */
export interface Reading {
  readonly partOfSpeech: PartOfSpeech;
  /** Part of speech as a number from 1. */
  readonly id: number;
  /** Cases, numbers and genders; nothing else. */
  readonly agreement: Grammemes;
  /** Part of speech with case, as a number. */
  readonly caseClass: number;
  /** Part of speech with case, number and gender, as a number. */
  readonly fullClass: number;
  /** What of a verb decides about its subject and object: voice, transitivity, person. */
  readonly kind: number;
  /** How probable the reading is without context, 0…1. */
  readonly prior: number;
  /** The parses of this reading, most probable first. */
  readonly parses: readonly [Parse, ...Parse[]];
}

/** A word or a sign, with all that the tagger looks at. */
export interface Unit {
  /** Hash of the folded word. */
  readonly word: number;
  /** Hash of its last letters. */
  readonly ending: number;
  readonly hasCapital: boolean;
  readonly readings: readonly Reading[];
  /** The parts of speech of all readings, one bit each. */
  readonly possible: number;
  /** The cases of all readings. */
  readonly possibleCases: Grammemes;
}

/** How many readings of a word are worth weighing. */
const limit = 24;

/** Tokens that are no words: the tagger sees them as signs. */
const signs: ReadonlySet<TokenKind> = new Set<TokenKind>(['punctuation', 'symbol', 'mark', 'variable']);

/** Whether a token is a word that gets an analysis. */
export function isTagged({ kind }: Token): boolean {
  return !signs.has(kind) && kind !== 'space' && kind !== 'object';
}

/** A token with all its readings. */
export function unitOf(token: Token, dictionary: Dictionary): Unit {
  const folded = foldWord(token.word);
  const readings = readingsOf(isTagged(token) ? dictionary.parse(token.word) : [sign(token.text)]);
  let possible = 0;
  let possibleCases = 0;
  for (const { id, agreement } of readings) {
    possible |= 1 << id;
    possibleCases |= agreement & cases;
  }
  return {
    word: hashOf(folded),
    ending: hashOf(folded.slice(-3)),
    hasCapital: /^\p{Lu}/u.test(token.text),
    readings,
    possible,
    possibleCases,
  };
}

function sign(text: string): Parse {
  return { lemma: text, partOfSpeech: 'PNCT', grammemes: 0, tag: 'PNCT', probability: 1, known: true };
}

function readingsOf(parses: readonly Parse[]): Reading[] {
  const groups = new Map<string, [Parse, ...Parse[]]>();
  for (const parse of parses) {
    const key = `${parse.partOfSpeech}${parse.grammemes & agreement}`;
    const group = groups.get(key);
    if (group !== undefined) group.push(parse);
    else if (groups.size < limit) groups.set(key, [parse]);
  }
  return [...groups.values()].map(readingOf);
}

const agreement = cases | numbers | genders;
const deciding =
  Grammeme.tran |
  Grammeme.intr |
  Grammeme.actv |
  Grammeme.pssv |
  Grammeme.per1 |
  Grammeme.per2 |
  Grammeme.per3;

function readingOf(parses: readonly [Parse, ...Parse[]]): Reading {
  const [{ partOfSpeech, grammemes }] = parses;
  const id = ids.get(partOfSpeech) ?? 0;
  const own = grammemes & agreement;
  return {
    partOfSpeech,
    id,
    agreement: own,
    caseClass: mix(id * 1024 + (own & cases), 17),
    fullClass: mix(id * 65536 + own, 19),
    kind: mix(id, grammemes & deciding),
    prior: parses.reduce((sum, { probability }) => sum + probability, 0),
    parses,
  };
}

// The order is part of the weights: add at the end only.
const ids: ReadonlyMap<PartOfSpeech, number> = new Map(
  (
    [
      ...(['NOUN', 'ADJF', 'ADJS', 'COMP', 'VERB', 'INFN', 'PRTF', 'PRTS', 'GRND', 'NUMR', 'ADVB'] as const),
      ...(['NPRO', 'PRED', 'PREP', 'CONJ', 'PRCL', 'INTJ', 'LATN', 'PNCT', 'NUMB', 'ROMN', 'UNKN'] as const),
    ] as const
  ).map((name, index) => [name, index + 1]),
);

/** Stand before their noun and agree with it. */
export const adjectival: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>(['ADJF', 'PRTF', 'NUMR', 'NUMB']);
/** May be subjects and objects. */
export const nominal: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>(['NOUN', 'NPRO', 'LATN']);
/** Make a sentence with a subject. */
export const finite: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>(['VERB', 'PRTS', 'ADJS', 'PRED']);
/** Take objects. */
export const verbal: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>([
  ...(['VERB', 'INFN', 'GRND', 'PRTF', 'PRTS', 'PRED'] as const),
]);

/** Whether two readings may stand in one phrase. */
export function agree(a: Reading, b: Reading): boolean {
  const both = a.agreement & b.agreement;
  return (both & cases) !== 0 && (both & numbers) !== 0 && sameGender(a, b);
}

/** Whether the genders do not contradict each other. */
export function sameGender(a: Reading, b: Reading): boolean {
  const [left, right] = [a.agreement & genders, b.agreement & genders];
  return left === 0 || right === 0 || (left & right) !== 0;
}
