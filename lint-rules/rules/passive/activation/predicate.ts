import {
  type Dictionary,
  Grammeme,
  type Grammemes,
  genders,
  numbers,
  type Parse,
  tenses,
} from '@ponyatno/russian';
import type { Word } from '../../../document.ts';
import { withoutReflexive } from '../../../morphology/analysis.ts';
import { adjacent } from '../../../morphology/noun-phrase.ts';
import { verbForm } from '../../../morphology/verb.ts';
import type { Place } from './place.ts';

/** What the verb of the active sentence agrees with. */
export interface Agreement {
  readonly number: Grammemes;
  /** 0 when it is not known. */
  readonly gender: Grammemes;
  readonly person: Grammemes;
}

/** A predicate with its auxiliary, its modal and its «не». */
export interface Predicate {
  readonly first: number;
  readonly last: number;
  /** The word that agrees with the subject of the passive. */
  readonly finite: Parse;
  active(agreement: Agreement): string | undefined;
}

/** What stands before the participle or the reflexive, the farthest first. */
interface Helpers {
  readonly first: number;
  readonly auxiliary?: Parse;
  readonly modal?: Parse;
  /** Where «не» stands: before all of it or before its last words. */
  readonly negation?: 'before' | 'inside';
}

/** The predicate at the place; undefined when its parts make no plain active predicate. */
export function predicateOf(place: Place): Predicate | undefined {
  const { dictionary, parse, predicate } = place;
  const helpers = helpersOf(place);
  const { first, auxiliary, modal, negation } = helpers;
  const infinitive = withoutReflexive(parse.lemma) ?? parse.lemma;
  const isParticiple = parse.partOfSpeech === 'PRTS';
  const lead = isParticiple ? modal : (modal ?? auxiliary);
  const range = { first, last: predicate };
  if (isLed(parse, auxiliary, modal)) {
    if (lead === undefined || (negation === 'inside' && lead === auxiliary)) return undefined;
    return {
      ...range,
      finite: isParticiple ? parse : lead,
      active: (agreement) => {
        const form = leadForm(dictionary, lead, agreement);
        if (form === undefined || !isKnownInfinitive(dictionary, infinitive)) return undefined;
        const words = negation === 'inside' ? [form, 'не', infinitive] : [form, infinitive];
        return (negation === 'before' ? ['не', ...words] : words).join(' ');
      },
    };
  }
  if (
    modal ||
    parse.partOfSpeech === 'INFN' ||
    (auxiliary && (!isParticiple || auxiliary.partOfSpeech !== 'VERB'))
  )
    return undefined;
  const tense = (isParticiple ? (auxiliary?.grammemes ?? Grammeme.past) : parse.grammemes) & tenses;
  return {
    ...range,
    finite: parse,
    active: (agreement) => {
      const form = finiteForm(dictionary, infinitive, tense, parse, agreement);
      return form && negation ? `не ${form}` : form;
    },
  };
}

/** «может быть принято», «должна проводиться», «будет рассматриваться»: an infinitive that something leads. */
function isLed(parse: Parse, auxiliary: Parse | undefined, modal: Parse | undefined): boolean {
  if (parse.partOfSpeech === 'PRTS') return modal !== undefined && auxiliary?.partOfSpeech === 'INFN';
  if (parse.partOfSpeech !== 'INFN' || (modal && auxiliary)) return false;
  return modal !== undefined || (auxiliary !== undefined && (auxiliary.grammemes & Grammeme.futr) !== 0);
}

function helpersOf({ document, sentence, clause, predicate }: Place): Helpers {
  let helpers: Helpers = { first: predicate };
  for (let at = predicate - 1; at >= clause.first; at--) {
    const word = sentence.words[at];
    if (word === undefined || !adjacent(document, word, sentence.words[at + 1])) break;
    const next = withHelper(helpers, word, at);
    if (next === undefined) break;
    helpers = next;
  }
  return helpers;
}

function withHelper(helpers: Helpers, word: Word, at: number): Helpers | undefined {
  if (word.folded === 'не' && !helpers.negation) return { ...helpers, first: at, negation: 'before' };
  if (helpers.modal) return undefined;
  const negation = helpers.negation ? { negation: 'inside' as const } : {};
  const auxiliary = word.parses.find(
    ({ lemma, partOfSpeech }) => lemma === 'быть' && (partOfSpeech === 'VERB' || partOfSpeech === 'INFN'),
  );
  if (auxiliary && !helpers.auxiliary) return { ...helpers, ...negation, first: at, auxiliary };
  const modal = word.parses.find(
    ({ lemma, partOfSpeech }) =>
      (lemma === 'мочь' && partOfSpeech === 'VERB') || (lemma === 'должный' && partOfSpeech === 'ADJS'),
  );
  return modal && { ...helpers, ...negation, first: at, modal };
}

function leadForm(dictionary: Dictionary, lead: Parse, agreement: Agreement): string | undefined {
  if (lead.partOfSpeech === 'VERB')
    return finiteForm(dictionary, lead.lemma, lead.grammemes & tenses, lead, agreement);
  const { number, gender } = agreement;
  if (number === Grammeme.sing && gender === 0) return undefined;
  const wanted = number === Grammeme.sing ? number | gender : number;
  return dictionary
    .forms(lead)
    .find(
      ({ partOfSpeech, grammemes }) =>
        partOfSpeech === 'ADJS' && (grammemes & (numbers | genders)) === wanted,
    )?.form;
}

/** The verb in a tense; the past of a person whose gender is not known has no form. */
function finiteForm(
  dictionary: Dictionary,
  infinitive: string,
  tense: Grammemes,
  like: Parse,
  { number, gender, person }: Agreement,
): string | undefined {
  const past = (tense & Grammeme.past) !== 0;
  const singularPast = past && number === Grammeme.sing;
  if (tense === 0 || (singularPast && gender === 0)) return undefined;
  const grammemes = tense | number | (past ? 0 : person) | (singularPast ? gender : 0);
  return verbForm(dictionary, infinitive, { ...like, partOfSpeech: 'VERB', tag: 'VERB', grammemes });
}

function isKnownInfinitive(dictionary: Dictionary, infinitive: string): boolean {
  return dictionary
    .parse(infinitive)
    .some(({ partOfSpeech, lemma, known }) => partOfSpeech === 'INFN' && known && lemma === infinitive);
}
