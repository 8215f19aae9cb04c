import { cases, Grammeme, numbers } from '../grammemes.ts';
import { mix } from './hash.ts';
import { adjectival, agree, finite, nominal, type Reading, sameGender, type Unit } from './readings.ts';
import type { State } from './state.ts';

/** How far the tagger looks ahead for the noun of an adjective. */
const ahead = 6;

/** What stands around a unit, the same for all its readings. */
export interface Context {
  /** One number for each kind of evidence. */
  readonly values: readonly number[];
  /** The readings of the noun that an adjective here would belong to. */
  readonly nextNoun: readonly Reading[];
  /** The verb that a subject here would belong to. */
  readonly verbOfSubject: Reading | undefined;
}

/** Looks around. Which evidence helps was found by leaving out one kind after the other. */
export function contextOf(units: readonly Unit[], index: number, state: State): Context {
  const unit = units[index];
  const next = units[index + 1];
  const before = units[index - 1]?.word ?? 0;
  const { possible = 0, possibleCases = 0 } = unit ?? {};
  const previous = state.previous?.caseClass ?? 0;
  const verbKind = state.verb?.kind ?? 0;
  const verbAhead = nextVerb(units, index + 1);
  const values = [
    unit?.word ?? 0,
    unit?.ending ?? 0,
    previous,
    mix(previous, state.beforePrevious?.caseClass ?? 0),
    state.previous?.fullClass ?? 0,
    before,
    next?.possibleCases ?? 0,
    next?.readings[0]?.caseClass ?? 0,
    state.preposition,
    mix(state.preposition, possibleCases),
    state.verbLemma,
    mix(mix(verbKind, state.phase), state.preposition === 0 ? 1 : 2),
    mix(mix(verbKind, Math.min(3, state.sinceVerb)), possibleCases),
    mix(verbAhead?.id ?? 0, state.hasSubject ? 2 : 1),
    mix(state.phase, verbAhead?.kind ?? 0),
    mix(possible, previous),
    (unit?.hasCapital === true ? 2 : 1) + (index === 0 ? 2 : 0),
  ];
  return {
    values: values.map((value, kind) => mix(value, kind + 1)),
    nextNoun: nextNoun(units, index + 1),
    verbOfSubject: state.verb !== undefined && finite.has(state.verb.partOfSpeech) ? state.verb : verbAhead,
  };
}

/** The next noun, past adjectives and adverbs. */
function nextNoun(units: readonly Unit[], from: number): readonly Reading[] {
  for (const { readings } of units.slice(from, from + ahead)) {
    const nouns = readings.filter(({ partOfSpeech }) => nominal.has(partOfSpeech));
    if (nouns.length > 0) return nouns;
    if (!readings.some(({ partOfSpeech }) => adjectival.has(partOfSpeech) || partOfSpeech === 'ADVB'))
      return [];
  }
  return [];
}

/** The next finite verb before the next comma. */
function nextVerb(units: readonly Unit[], from: number): Reading | undefined {
  for (let index = from; index < units.length; index++) {
    const first = units[index]?.readings[0];
    if (first === undefined || first.partOfSpeech === 'PNCT') return undefined;
    if (first.partOfSpeech === 'VERB' || first.partOfSpeech === 'PRTS') return first;
  }
  return undefined;
}

/** The features of a reading: each piece of evidence with its case and with all of it, and what is asked of it alone. */
export function featuresOf(context: Context, state: State, reading: Reading): number[] {
  const { caseClass, fullClass, id } = reading;
  const features = [mix(caseClass, 23), mix(fullClass, 29), mix(mix(1000, commonness(reading)), id)];
  for (const value of context.values) features.push(mix(value, caseClass), mix(value, fullClass));
  if (adjectival.has(reading.partOfSpeech)) features.push(...ofAdjective(context, reading));
  if ((reading.agreement & Grammeme.nomn) !== 0) features.push(...ofSubject(context, state, reading));
  const { previous, noun } = state;
  if (previous !== undefined && adjectival.has(previous.partOfSpeech))
    features.push(mix(mix(1200, previous.id), agree(reading, previous) ? id : 100));
  if (noun !== undefined)
    features.push(mix(mix(1300, caseClass), (noun.agreement & reading.agreement & cases) === 0 ? 1 : 2));
  return features;
}

/** How probable the reading is without context, in half octaves. */
function commonness({ prior }: Reading): number {
  return Math.min(12, Math.round(-2 * Math.log2(prior + 1e-4)));
}

/** An adjective agrees with its noun, best with its likeliest reading. */
function ofAdjective({ nextNoun: nouns }: Context, reading: Reading): number[] {
  const fitting = nouns.find((noun) => agree(reading, noun));
  const isLikeliest = fitting !== undefined && fitting === nouns[0];
  return [
    mix(1100, nouns.length === 0 ? 1 : fitting === undefined ? 3 : 2),
    mix(mix(1101, isLikeliest ? 2 : 1), reading.agreement & cases),
  ];
}

/** A subject agrees with its verb. */
function ofSubject({ verbOfSubject: verb }: Context, { hasSubject }: State, reading: Reading): number[] {
  const fit = verb === undefined ? 0 : subjectFits(verb, reading);
  return [mix(mix(1400, fit), hasSubject ? 2 : 1), mix(mix(1401, fit), reading.id)];
}

function subjectFits(verb: Reading, subject: Reading): number {
  if ((verb.agreement & subject.agreement & numbers) === 0) return 1;
  return sameGender(verb, subject) ? 3 : 2;
}
