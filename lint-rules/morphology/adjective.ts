import {
  animacies,
  cases,
  type Dictionary,
  Grammeme,
  type Grammemes,
  genders,
  numbers,
  type Parse,
} from '@ponyatno/russian';
import type { Word } from '../document.ts';
import { agree } from './agreement.ts';

/** The analyses of a word as an adjective, pronoun-adjective or participle. */
export function adjectives(word: Pick<Word, 'parses'>): Parse[] {
  return word.parses.filter(({ partOfSpeech }) => partOfSpeech === 'ADJF' || partOfSpeech === 'PRTF');
}

/** The form of the adjective `lemma` in the case, number, gender and animacy of `grammemes`. */
export function adjectiveForm(
  dictionary: Dictionary,
  lemma: string,
  grammemes: Grammemes,
): string | undefined {
  const parse = adjectives({ parses: dictionary.parse(lemma) })[0];
  if (parse === undefined) return undefined;
  const number = grammemes & numbers;
  const wanted = (grammemes & cases) | number | (number === Grammeme.sing ? grammemes & genders : 0);
  if ((grammemes & Grammeme.accs) === 0) return dictionary.inflect(parse, wanted);
  // The accusative has two forms: of living beings and of things. The feminine and the neuter have one.
  return dictionary.inflect(parse, wanted | (grammemes & animacies)) ?? dictionary.inflect(parse, wanted);
}

/**
 * Another adjective in the form of `word`: «данное» → «это». When the form can be read in several ways, the noun it
 * belongs to decides; undefined when the readings still want different words.
 */
export function replaceAdjective(
  dictionary: Dictionary,
  word: Word,
  lemma: string,
  noun: Word | undefined,
): string | undefined {
  const own = adjectives(word);
  const nouns = noun?.parses.filter((parse) => parse.partOfSpeech === 'NOUN') ?? [];
  const fitting = own.filter((parse) => nouns.some((other) => agree(parse, other)));
  const forms = new Set(
    (fitting.length > 0 ? fitting : own).map((parse) => adjectiveForm(dictionary, lemma, parse.grammemes)),
  );
  const [form] = forms;
  return forms.size === 1 ? form : undefined;
}
