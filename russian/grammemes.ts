import type { Grammemes, PartOfSpeech } from './types.ts';

/**
 * Grammemes as bits, by the names of OpenCorpora. One number holds all of an analysis, so a question is one `&`:
 * `(parse.grammemes & Grammeme.gent) !== 0`. What has no bit here (`Arch`, `Infr`, `Geox` …) is in `Parse.tag`.
 */
export const Grammeme = {
  /** Nominative. */
  nomn: 1 << 0,
  /** Genitive. */
  gent: 1 << 1,
  /** Dative. */
  datv: 1 << 2,
  /** Accusative. */
  accs: 1 << 3,
  /** Instrumental. */
  ablt: 1 << 4,
  /** Prepositional. */
  loct: 1 << 5,
  /** Vocative («мам»). */
  voct: 1 << 6,
  /** Beside `gent`, `accs` or `loct`: the second form of that case («чаю», «в лесу»). */
  second: 1 << 7,
  /** Singular. */
  sing: 1 << 8,
  /** Plural. */
  plur: 1 << 9,
  /** Masculine. Nouns of common gender («коллега») have both `masc` and `femn`. */
  masc: 1 << 10,
  /** Feminine. */
  femn: 1 << 11,
  /** Neuter. */
  neut: 1 << 12,
  /** Animate. Words that may be either («персонаж») have both `anim` and `inan`. */
  anim: 1 << 13,
  /** Inanimate. */
  inan: 1 << 14,
  /** Perfective. */
  perf: 1 << 15,
  /** Imperfective. */
  impf: 1 << 16,
  /** Transitive. */
  tran: 1 << 17,
  /** Intransitive. */
  intr: 1 << 18,
  /** Present. */
  pres: 1 << 19,
  /** Past. */
  past: 1 << 20,
  /** Future. */
  futr: 1 << 21,
  /** First person. */
  per1: 1 << 22,
  /** Second person. */
  per2: 1 << 23,
  /** Third person. */
  per3: 1 << 24,
  /** Imperative; a finite verb without it is indicative. */
  impr: 1 << 25,
  /** Active voice (participles only, as in the dictionary). */
  actv: 1 << 26,
  /** Passive voice (participles only). */
  pssv: 1 << 27,
  /** Abbreviation («МФЦ»). */
  Abbr: 1 << 28,
  /** A name: of a person, a place, an organisation, a brand. */
  name: 1 << 29,
  /** Pronominal («этот», «который», «весь»). */
  Apro: 1 << 30,
} as const;

/** The six cases with the vocative. */
export const cases: Grammemes =
  Grammeme.nomn |
  Grammeme.gent |
  Grammeme.datv |
  Grammeme.accs |
  Grammeme.ablt |
  Grammeme.loct |
  Grammeme.voct;

/** Both numbers. */
export const numbers: Grammemes = Grammeme.sing | Grammeme.plur;

/** The three genders. */
export const genders: Grammemes = Grammeme.masc | Grammeme.femn | Grammeme.neut;

/** Animate and inanimate. */
export const animacies: Grammemes = Grammeme.anim | Grammeme.inan;

/** The three persons. */
export const persons: Grammemes = Grammeme.per1 | Grammeme.per2 | Grammeme.per3;

/** The three tenses. */
export const tenses: Grammemes = Grammeme.pres | Grammeme.past | Grammeme.futr;

/** Both aspects. */
export const aspects: Grammemes = Grammeme.perf | Grammeme.impf;

/** Both voices. */
export const voices: Grammemes = Grammeme.actv | Grammeme.pssv;

const partsOfSpeech: ReadonlySet<string> = new Set<PartOfSpeech>([
  ...(['NOUN', 'ADJF', 'ADJS', 'COMP', 'VERB', 'INFN', 'PRTF', 'PRTS', 'GRND', 'NUMR', 'ADVB'] as const),
  ...(['NPRO', 'PRED', 'PREP', 'CONJ', 'PRCL', 'INTJ', 'LATN', 'PNCT', 'NUMB', 'ROMN', 'UNKN'] as const),
]);

// Grammemes of the source that are not one bit of the same name.
const aliases: ReadonlyMap<string, Grammemes> = new Map([
  ['gen1', Grammeme.gent],
  ['gen2', Grammeme.gent | Grammeme.second],
  ['acc2', Grammeme.accs | Grammeme.second],
  ['loc1', Grammeme.loct],
  ['loc2', Grammeme.loct | Grammeme.second],
  ['1per', Grammeme.per1],
  ['2per', Grammeme.per2],
  ['3per', Grammeme.per3],
  // The source knows no gender (an abbreviation, a surname in the plural): any will do.
  ['GNdr', genders],
  ['Ms-f', Grammeme.masc | Grammeme.femn],
  ['ANim', animacies],
  ['Inmx', animacies],
  ...['Name', 'Surn', 'Patr', 'Geox', 'Orgn', 'Trad', 'Init'].map((name): [string, Grammemes] => [
    name,
    Grammeme.name,
  ]),
]);

const bits: ReadonlyMap<string, Grammemes> = new Map([...Object.entries(Grammeme), ...aliases]);

/** The bits of an OpenCorpora tag such as `NOUN,inan,neut sing,gent`. */
export function grammemesOfTag(tag: string): Grammemes {
  let mask = 0;
  for (const name of tag.split(/[ ,]/)) mask |= bits.get(name) ?? 0;
  return mask;
}

/** The part of speech that an OpenCorpora tag begins with. */
export function partOfSpeechOfTag(tag: string): PartOfSpeech {
  const name = tag.split(/[ ,]/, 1)[0] ?? '';
  return isPartOfSpeech(name) ? name : 'UNKN';
}

function isPartOfSpeech(name: string): name is PartOfSpeech {
  return partsOfSpeech.has(name);
}

/** Whether a tag names the grammeme, for those without a bit: `hasGrammeme(parse.tag, 'Arch')`. */
export function hasGrammeme(tag: string, grammeme: string): boolean {
  return tag.split(/[ ,]/).includes(grammeme);
}
