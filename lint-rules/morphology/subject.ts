import { type Dictionary, Grammeme, type Grammemes, numbers, persons } from '@ponyatno/russian';
import type { Document, Sentence } from '../document.ts';
import { adjacent } from './noun-phrase.ts';

/**
 * The present of `lemma` that agrees with the subject right before the word `index`: «Вы» → «можете». Undefined when
 * the word before is not surely the subject.
 */
export function predicateForm(
  document: Document,
  dictionary: Dictionary,
  { words }: Sentence,
  index: number,
  lemma: string,
): string | undefined {
  const subject = words[index - 1];
  if (!adjacent(document, subject, words[index]) || subject === undefined) return undefined;
  const nominal = subject.parses.filter(
    ({ partOfSpeech, grammemes }) =>
      (partOfSpeech === 'NOUN' || partOfSpeech === 'NPRO') && (grammemes & Grammeme.nomn) !== 0,
  );
  const wanted = new Set(nominal.map(({ grammemes }) => personOf(grammemes)));
  const [only] = wanted;
  const verb = dictionary.parse(lemma).find(({ partOfSpeech }) => partOfSpeech === 'INFN');
  if (wanted.size !== 1 || only === undefined || verb === undefined) return undefined;
  return dictionary
    .forms(verb)
    .find(
      ({ partOfSpeech, grammemes }) =>
        partOfSpeech === 'VERB' &&
        (grammemes & (only | Grammeme.pres)) === (only | Grammeme.pres) &&
        (grammemes & Grammeme.impr) === 0,
    )?.form;
}

function personOf(grammemes: Grammemes): Grammemes {
  const person = grammemes & persons;
  return (person === 0 ? Grammeme.per3 : person) | (grammemes & numbers);
}
