import {
  animacies,
  cases,
  type Dictionary,
  Grammeme,
  type Grammemes,
  genders,
  numbers,
  type Parse,
  persons,
  tenses,
} from '@ponyatno/russian';
import type { Word } from '../document.ts';

const verbal: ReadonlySet<string> = new Set(['VERB', 'INFN', 'PRTS', 'GRND', 'PRTF']);

/** The analyses of a word as a verb. */
export function verbs(word: Pick<Word, 'parses'>): Parse[] {
  return word.parses.filter(({ partOfSpeech }) => verbal.has(partOfSpeech));
}

/**
 * The verb `infinitive` in the form of `model`: tense, person, number, gender, mood. A verb may bring words along
 * («начинать действовать»); undefined when it has no such form.
 */
export function verbForm(dictionary: Dictionary, infinitive: string, model: Parse): string | undefined {
  const [head = '', ...rest] = infinitive.split(' ');
  const infinitives = dictionary
    .parse(head)
    .filter(({ partOfSpeech, known }) => partOfSpeech === 'INFN' && known);
  // The dictionary files «содержать» under «содержимый».
  const parse = infinitives.find(({ lemma }) => lemma === head) ?? infinitives[0];
  if (parse === undefined) return undefined;
  const form = model.partOfSpeech === 'INFN' ? head : formLike(dictionary, parse, model);
  return form === undefined ? undefined : [form, ...rest].join(' ');
}

const shared: Grammemes =
  tenses | persons | numbers | genders | cases | animacies | Grammeme.impr | Grammeme.actv | Grammeme.pssv;

/** The form of the same verb that has the tense, person, number, gender and mood of `model`. */
export function formLike(dictionary: Dictionary, parse: Parse, model: Parse): string | undefined {
  const wanted = model.grammemes & shared;
  const found = dictionary.forms(parse).filter(
    (form) =>
      form.partOfSpeech === model.partOfSpeech &&
      (form.grammemes & shared) === wanted &&
      // «обновимте» includes the speaker, «обновите» does not.
      /\bincl\b/.test(form.tag) === /\bincl\b/.test(model.tag),
  );
  // Variants («быв», «дотрагиваючись») stand last or are marked.
  return (found.find((form) => !/\b(?:V-\w+|Infr|Arch)\b/.test(form.tag)) ?? found[0])?.form;
}

/**
 * Another verb instead of `word`, in its form and aspect, reflexive when `word` is; best first. Verbs of both aspects
 * («актуализировать») may give two.
 */
export function replaceVerb(
  dictionary: Dictionary,
  word: Pick<Word, 'parses'>,
  imperfective: string,
  perfective: string,
): string[] {
  const forms = verbs(word)
    .toSorted((one, two) => aspectRank(one) - aspectRank(two))
    .map((parse) => {
      const reflexive = /(?:ся|сь)$/.test(parse.lemma) ? 'ся' : '';
      const infinitive = parse.grammemes & Grammeme.perf ? perfective : imperfective;
      const [head = '', ...rest] = infinitive.split(' ');
      return verbForm(dictionary, [head + reflexive, ...rest].join(' '), parse);
    });
  return [...new Set(forms)].filter((form) => form !== undefined);
}

/** Of a verb with both aspects the present is likelier than the future; elsewhere the perfective is. */
function aspectRank({ grammemes }: Parse): number {
  const perfective = (grammemes & Grammeme.perf) !== 0;
  const finite = (grammemes & (Grammeme.pres | Grammeme.futr)) !== 0;
  return perfective === finite ? 1 : 0;
}
