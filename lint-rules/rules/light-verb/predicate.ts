import { Grammeme, genders, numbers, type Parse, tenses } from '@ponyatno/russian';
import type { Word } from '../../document.ts';
import { verbForm } from '../../morphology/verb.ts';
import type { Action } from './actions.ts';
import type { Subject } from './actor.ts';
import { isPassive } from './pair.ts';
import type { Place } from './rewrite.ts';

/** The new verb, what it was modelled on, and the words of the old one with its auxiliary. */
interface Predicate {
  readonly text: string;
  readonly model: Parse;
  readonly first: number;
  readonly last: number;
}

/** The verb instead of the pair's, in its form; of a passive the active form that agrees with the subject. */
export function predicateOf(place: Place, subject: Subject | undefined): Predicate | undefined {
  const { sentence, pair } = place;
  const { parse, verb } = pair;
  const stretch = { first: verb, last: verb };
  if (!isPassive(parse)) {
    const text = formOf(place, pair.action, parse);
    return text === undefined ? undefined : { text, model: parse, ...stretch };
  }
  const auxiliary = auxiliaryOf(sentence.words[verb - 1]);
  const first = auxiliary === undefined ? verb : verb - 1;
  if (parse.partOfSpeech === 'INFN') {
    // «должна осуществляться», «будет проводиться».
    const finite = auxiliary && modalOf(place, auxiliary, subject);
    const text = finite && formOf(place, pair.action, parse);
    return text ? { text: `${finite} ${text}`, model: parse, first, last: verb } : undefined;
  }
  const model = activeModel(parse, auxiliary, subject);
  const text = model && formOf(place, pair.action, model);
  return model && text !== undefined ? { text, model, first, last: verb } : undefined;
}

/** The verb of an action in the form of a model, in the aspect of the pair's verb. */
export function formOf({ dictionary, pair }: Place, action: Action, model: Parse): string | undefined {
  const { imperfective, perfective } = action;
  if ((pair.parse.grammemes & Grammeme.perf) === 0) return verbForm(dictionary, imperfective, model);
  if (perfective !== undefined) return verbForm(dictionary, perfective, model);
  // «приняли участие» → «участвовали», but «примем участие» has no one word.
  if (model.grammemes & Grammeme.futr) return undefined;
  if (model.partOfSpeech !== 'GRND') return verbForm(dictionary, imperfective, model);
  // «приняв участие» → «участвуя»: the imperfective has no gerund of the past in good style.
  const present = { ...model, grammemes: (model.grammemes & ~tenses) | Grammeme.pres };
  return verbForm(dictionary, imperfective, present);
}

/** A passive with no actor is said by «они»: «проверяют», «проверили», «проверят». */
function activeModel(
  { partOfSpeech, grammemes, ...rest }: Parse,
  auxiliary: Parse | undefined,
  subject: Subject | undefined,
): Parse | undefined {
  const tense = tenseOf(partOfSpeech, grammemes, auxiliary);
  if (tense === undefined) return undefined;
  const agreement = subject?.agreement ?? Grammeme.plur | Grammeme.per3;
  const number = agreement & numbers;
  const past = number | (number === Grammeme.sing ? agreement & genders : 0);
  const own = tense === Grammeme.past ? past : agreement & ~genders;
  return { ...rest, partOfSpeech: 'VERB', tag: 'VERB', grammemes: own | tense };
}

function tenseOf(
  partOfSpeech: Parse['partOfSpeech'],
  grammemes: number,
  auxiliary: Parse | undefined,
): number | undefined {
  if (partOfSpeech === 'VERB')
    return grammemes & (Grammeme.past | Grammeme.pres | Grammeme.futr) || undefined;
  if (partOfSpeech !== 'PRTS') return undefined;
  if (auxiliary === undefined) return Grammeme.past;
  // «быть проведена» has another subject.
  if (auxiliary.lemma !== 'быть' || auxiliary.partOfSpeech !== 'VERB') return undefined;
  return auxiliary.grammemes & (Grammeme.past | Grammeme.futr) || undefined;
}

const auxiliaries = new Set(['быть', 'мочь', 'должный', 'должен']);

/** «была», «будет», «может», «должна». */
function auxiliaryOf(word: Word | undefined): Parse | undefined {
  return word?.parses.find(
    ({ lemma, partOfSpeech }) => auxiliaries.has(lemma) && partOfSpeech !== 'NOUN' && partOfSpeech !== 'ADJF',
  );
}

/** The auxiliary that agrees with «они» or with the subject. */
function modalOf({ dictionary }: Place, auxiliary: Parse, subject: Subject | undefined): string | undefined {
  const agreement = subject?.agreement ?? Grammeme.plur | Grammeme.per3;
  const number = agreement & numbers;
  if (auxiliary.partOfSpeech === 'ADJS') {
    const gender = number === Grammeme.sing ? agreement & genders : 0;
    return dictionary.inflect(auxiliary, number | gender);
  }
  const tense = auxiliary.grammemes & tenses;
  if (auxiliary.partOfSpeech !== 'VERB' || tense === Grammeme.past || tense === 0) return undefined;
  const person = agreement & (Grammeme.per1 | Grammeme.per2 | Grammeme.per3);
  return dictionary.inflect(auxiliary, tense | number | person);
}
