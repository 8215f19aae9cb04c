import { Grammeme } from '../grammemes.ts';
import { hashOf } from './hash.ts';
import { adjectival, finite, nominal, type Reading, type Unit, verbal } from './readings.ts';

/** What the words before have come to. */
export interface State {
  readonly previous: Reading | undefined;
  readonly beforePrevious: Reading | undefined;
  /** The preposition that waits for its noun: its hash, or 0. */
  readonly preposition: number;
  /** The last verb or participle, the hash of its lemma, and how many words ago it was. */
  readonly verb: Reading | undefined;
  readonly verbLemma: number;
  readonly sinceVerb: number;
  /** Whether the clause has its subject: clauses end at punctuation and conjunctions. */
  readonly hasSubject: boolean;
  /** How far the whole sentence is. */
  readonly phase: Phase;
  /** The last noun, for what is joined to it by «и» or a comma. */
  readonly noun: Reading | undefined;
}

/** Nothing yet; a subject waits for its verb; the verb came after it; the verb came first. */
export type Phase = 0 | 1 | 2 | 3;

/** The state before the first word. */
export const startState: State = {
  previous: undefined,
  beforePrevious: undefined,
  preposition: 0,
  verb: undefined,
  verbLemma: 0,
  sinceVerb: 0,
  hasSubject: false,
  phase: 0,
  noun: undefined,
};

/** The state after a unit has got its reading. */
export function stateAfter(state: State, unit: Unit, reading: Reading): State {
  const { partOfSpeech, agreement } = reading;
  const isNominal = nominal.has(partOfSpeech);
  const isSubject = isNominal && (agreement & Grammeme.nomn) !== 0;
  const isVerb = verbal.has(partOfSpeech);
  const isClauseEnd = partOfSpeech === 'PNCT' || partOfSpeech === 'CONJ';
  return {
    previous: reading,
    beforePrevious: state.previous,
    preposition: prepositionAfter(state, unit, reading),
    verb: isVerb ? reading : state.verb,
    verbLemma: isVerb ? hashOf(reading.parses[0].lemma) : state.verbLemma,
    sinceVerb: isVerb ? 0 : state.sinceVerb + 1,
    hasSubject: isSubject || (!isClauseEnd && state.hasSubject),
    phase: phaseAfter(state.phase, isSubject, reading),
    noun: isNominal ? reading : state.noun,
  };
}

function prepositionAfter({ preposition }: State, { word }: Unit, { partOfSpeech }: Reading): number {
  if (partOfSpeech === 'PREP') return word;
  return adjectival.has(partOfSpeech) || partOfSpeech === 'ADVB' || partOfSpeech === 'PRCL' ? preposition : 0;
}

const sentencePunctuation = /[.;:!?]/;

function phaseAfter(phase: Phase, isSubject: boolean, { partOfSpeech, parses }: Reading): Phase {
  if (partOfSpeech === 'PNCT' && sentencePunctuation.test(parses[0].lemma)) return 0;
  if (finite.has(partOfSpeech)) return phase === 1 ? 2 : 3;
  return isSubject && phase !== 2 ? 1 : phase;
}
