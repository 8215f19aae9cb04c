import type { TagMeaning } from './analysis.ts';
import { Grammeme, hasGrammeme } from './grammemes.ts';
import type { Grammemes, PartOfSpeech } from './types.ts';

// How often a word stands in which of its forms, measured on the development parts of the treebanks GSD and Taiga.

const nominal: readonly (readonly [grammemes: Grammemes, share: number])[] = [
  [Grammeme.sing | Grammeme.nomn, 0.25],
  [Grammeme.sing | Grammeme.gent, 0.21],
  [Grammeme.sing | Grammeme.accs, 0.11],
  [Grammeme.sing | Grammeme.loct, 0.09],
  [Grammeme.sing | Grammeme.ablt, 0.06],
  [Grammeme.sing | Grammeme.datv, 0.03],
  [Grammeme.plur | Grammeme.gent, 0.08],
  [Grammeme.plur | Grammeme.nomn, 0.064],
  [Grammeme.plur | Grammeme.accs, 0.03],
  [Grammeme.plur | Grammeme.loct, 0.02],
  [Grammeme.plur | Grammeme.ablt, 0.02],
  [Grammeme.plur | Grammeme.datv, 0.01],
];

const verbal: readonly (readonly [grammemes: Grammemes, share: number])[] = [
  [Grammeme.impr, 0.016],
  [Grammeme.past | Grammeme.masc, 0.137],
  [Grammeme.past | Grammeme.femn, 0.057],
  [Grammeme.past | Grammeme.neut, 0.034],
  [Grammeme.past | Grammeme.plur, 0.07],
  [Grammeme.sing | Grammeme.per3, 0.18],
  [Grammeme.plur | Grammeme.per3, 0.09],
  [Grammeme.sing | Grammeme.per1, 0.05],
  [Grammeme.plur | Grammeme.per1, 0.016],
  [Grammeme.sing | Grammeme.per2, 0.008],
  [Grammeme.plur | Grammeme.per2, 0.006],
];

/** What a form is worth within its lexeme, by part of speech: the nominal ones are divided by case and number. */
const partsOfSpeech: Readonly<Partial<Record<PartOfSpeech, number>>> = {
  NOUN: 1,
  ADJF: 0.9 / 2.5,
  ADJS: 0.015,
  COMP: 0.009,
  INFN: 0.12,
  GRND: 0.018,
  PRTF: 0.1 / 2.5,
  PRTS: 0.015,
  ADVB: 1,
};

/** Variants that people rarely write: «рукою», «печению», «чаю». */
const rare = /V-|Arch|Infr|Erro|Dist|Coun|Fimp|Litr|Slng/;

/** How large a part of the occurrences of a lexeme a form has, roughly. */
export function usageOf(meaning: TagMeaning): number {
  const { partOfSpeech, grammemes, tag } = meaning;
  const share =
    partOfSpeech === 'VERB'
      ? shareIn(verbal, grammemes)
      : (partsOfSpeech[partOfSpeech] ?? 0) *
        (['NOUN', 'ADJF', 'PRTF'].includes(partOfSpeech) ? shareIn(nominal, grammemes) : 1);
  // There is one Mitchell: «Митчелл» is no genitive of many Mitchellas.
  if ((grammemes & Grammeme.name) !== 0 && (grammemes & Grammeme.plur) !== 0 && !hasGrammeme(tag, 'Pltm'))
    return share / 30;
  if (hasGrammeme(tag, 'Fixd')) return share / 2;
  return rare.test(tag) || (grammemes & Grammeme.second) !== 0 ? share / 20 : share;
}

function shareIn(shares: readonly (readonly [Grammemes, number])[], grammemes: Grammemes): number {
  return shares.find(([wanted]) => (grammemes & wanted) === wanted)?.[1] ?? 0.001;
}
