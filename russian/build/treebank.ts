import { readFileSync } from 'node:fs';
import { cases, Grammeme, genders, hasGrammeme, numbers } from '../grammemes.ts';
import type { Grammemes, Parse } from '../types.ts';

/** A word of a treebank with its gold annotation. */
export interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  /** Universal part of speech. */
  readonly upos: string;
  readonly features: Readonly<Record<string, string>>;
}

/** Reads the sentences of a file in CoNLL-U. */
export function readTreebank(path: string | URL): GoldWord[][] {
  return readFileSync(path, 'utf8')
    .split('\n\n')
    .map((block) => block.split('\n').flatMap(wordOfLine))
    .filter((sentence) => sentence.length > 0);
}

function wordOfLine(line: string): GoldWord[] {
  const [id = '', form = '', lemma = '', upos = '', , features = '_'] = line.split('\t');
  if (!/^\d+$/.test(id)) return [];
  const pairs = features === '_' ? [] : features.split('|').map((pair) => pair.split('='));
  return [{ form, lemma, upos, features: Object.fromEntries(pairs) }];
}

const goldCases: Readonly<Record<string, Grammemes>> = {
  Nom: Grammeme.nomn,
  Gen: Grammeme.gent,
  Par: Grammeme.gent,
  Dat: Grammeme.datv,
  Acc: Grammeme.accs,
  Ins: Grammeme.ablt,
  Loc: Grammeme.loct,
  Voc: Grammeme.voct | Grammeme.nomn,
};

/** The case of a gold word as a grammeme, 0 if it has none. */
export function goldCase({ features }: GoldWord): Grammemes {
  return goldCases[features.Case ?? ''] ?? 0;
}

/** Whether a parse has the part of speech of the gold word. The two schools draw some borders differently. */
export function fitsPartOfSpeech({ upos, features }: GoldWord, { partOfSpeech, tag }: Parse): boolean {
  const one = (...names: string[]) => names.includes(partOfSpeech);
  switch (upos) {
    case 'NOUN':
    case 'PROPN':
      return (
        one('NOUN', 'LATN') ||
        (one('ADJF') && ['Subx', 'Surn', 'Geox', 'Patr'].some((name) => hasGrammeme(tag, name)))
      );
    case 'VERB':
    case 'AUX':
      return fitsVerb(features, partOfSpeech);
    case 'ADJ':
      if (features.Variant === 'Short') return one('ADJS');
      return features.Degree === 'Cmp' ? one('COMP') : one('ADJF', 'PRTF', 'NUMB', 'ROMN');
    case 'DET':
      return one('ADJF', 'NPRO', 'NUMR', 'ADVB');
    case 'PRON':
      return one('NPRO', 'ADJF');
    case 'ADV':
      return one('ADVB', 'PRED', 'COMP', 'CONJ', 'PRCL');
    case 'NUM':
      return one('NUMR', 'NUMB', 'ROMN', 'ADJF');
    case 'ADP':
      return one('PREP');
    case 'CCONJ':
    case 'SCONJ':
      return one('CONJ');
    case 'PART':
      return one('PRCL', 'CONJ', 'ADVB', 'INTJ');
    case 'INTJ':
      return one('INTJ', 'PRCL');
    case 'PUNCT':
      return one('PNCT');
    default:
      return true;
  }
}

function fitsVerb(features: GoldWord['features'], partOfSpeech: string): boolean {
  switch (features.VerbForm) {
    case 'Inf':
      return partOfSpeech === 'INFN';
    case 'Conv':
      return partOfSpeech === 'GRND';
    case 'Part':
      return partOfSpeech === (features.Variant === 'Short' ? 'PRTS' : 'PRTF');
    default:
      return partOfSpeech === 'VERB';
  }
}

const goldNumbers: Readonly<Record<string, Grammemes>> = { Sing: Grammeme.sing, Plur: Grammeme.plur };
const goldGenders: Readonly<Record<string, Grammemes>> = {
  Masc: Grammeme.masc,
  Fem: Grammeme.femn,
  Neut: Grammeme.neut,
};

/** How well a parse fits the gold word: 0 not at all, then by case, number and gender. */
export function fitness(gold: GoldWord, parse: Parse): number {
  if (!fitsPartOfSpeech(gold, parse)) return 0;
  const wanted = goldCase(gold);
  const own = parse.grammemes & cases;
  if (wanted !== 0 && own !== 0 && (wanted & own) === 0) return 0;
  return (
    1 +
    agreementOf(goldNumbers[gold.features.Number ?? ''], parse.grammemes & numbers) * 4 +
    agreementOf(goldGenders[gold.features.Gender ?? ''], parse.grammemes & genders) * 2
  );
}

function agreementOf(wanted: Grammemes | undefined, own: Grammemes): number {
  return wanted === undefined || own === 0 || (wanted & own) !== 0 ? 1 : 0;
}

/** Whether the case of a gold word can be told from its form at all: not of digits, nor of short participles. */
export function hasWrittenCase(gold: GoldWord): boolean {
  return goldCase(gold) !== 0 && /^[а-яё]/i.test(gold.form) && gold.features.Variant !== 'Short';
}
