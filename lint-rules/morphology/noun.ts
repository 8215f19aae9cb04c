import { cases, type Dictionary, Grammeme, genders, numbers, type Parse } from '@ponyatno/russian';
import type { Sentence, Word } from '../document.ts';
import { adjectives } from './adjective.ts';
import { agree } from './agreement.ts';

/** Where the noun stands: the last word of a phrase that begins with the word `first`. */
interface Place {
  readonly dictionary: Dictionary;
  readonly sentence: Sentence;
  readonly match: { readonly first: number; readonly last: number };
}

/**
 * Another noun in the case and number of `word`. Undefined when something has to agree with the gender: an adjective
 * before the phrase, or the verb of a subject.
 */
export function replaceNoun(place: Place, word: Word, lemma: string): string | undefined {
  const { dictionary, sentence, match } = place;
  const target = dictionary
    .parse(lemma)
    .find((parse) => parse.partOfSpeech === 'NOUN' && (parse.grammemes & Grammeme.nomn) !== 0);
  const own = fittingNouns(sentence.words.slice(match.first, match.last), word);
  if (target === undefined || own.length === 0) return undefined;
  const pluralOnly = (target.grammemes & Grammeme.plur) !== 0;
  const forms = new Set<string | undefined>();
  for (const noun of own) {
    const plural = (noun.grammemes & Grammeme.plur) !== 0;
    if (pluralOnly && !plural) return undefined;
    const sameGender = plural || (noun.grammemes & target.grammemes & genders) !== 0;
    if (!sameGender && mustAgree(sentence, match, noun)) return undefined;
    forms.add(dictionary.inflect(target, noun.grammemes & (cases | numbers)));
  }
  const [form] = forms;
  return forms.size === 1 ? form : undefined;
}

/** The analyses of the noun that the adjectives of the phrase agree with; of homonyms the likeliest. */
function fittingNouns(modifiers: readonly Word[], word: Word): Parse[] {
  const nouns = word.parses.filter(({ partOfSpeech }) => partOfSpeech === 'NOUN');
  const fitting = nouns.filter((noun) =>
    modifiers.every((modifier) => {
      const own = adjectives(modifier);
      return own.length === 0 || own.some((adjective) => agree(adjective, noun));
    }),
  );
  return fitting.filter(({ lemma }) => lemma === fitting[0]?.lemma);
}

function mustAgree({ words }: Sentence, match: Place['match'], noun: Parse): boolean {
  if (noun.grammemes & Grammeme.nomn) return true;
  const before = words[match.first - 1];
  return before !== undefined && adjectives(before).some((adjective) => agree(adjective, noun));
}
