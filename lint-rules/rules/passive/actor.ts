import { Grammeme, type Parse } from '@ponyatno/russian';
import type { Word } from '../../document.ts';
import { abbreviatedBodies, bodies, selfActing } from './nouns.ts';

/** What does or undergoes the act. */
export interface Actor {
  readonly word: Word;
  readonly index: number;
  readonly noun: Parse;
}

/**
 * What can act: a living being; a body, team or vehicle that acts of its own accord; a thing; or nobody knows, because
 * there is no subject or it is «он» that stands for something.
 */
export type Nature = 'person' | 'acting' | 'thing' | 'unknown';

const things: ReadonlySet<string> = new Set(['это', 'что', 'все', 'ничто', 'то', 'нечто']);
const standIns: ReadonlySet<string> = new Set(['он', 'она', 'оно', 'они']);

/** Whether the pronoun stands for a noun said before. */
export function isStandIn({ word, noun }: Actor): boolean {
  return noun.partOfSpeech === 'NPRO' && standIns.has(word.folded);
}

export function natureOf(actor: Actor | undefined): Nature {
  if (actor === undefined || isStandIn(actor)) return 'unknown';
  const { word, noun } = actor;
  if (noun.partOfSpeech === 'NPRO') return things.has(word.folded) ? 'thing' : 'person';
  if (has(word, selfActing)) return 'acting';
  if (noun.partOfSpeech === 'ADJF') return 'person';
  return noun.grammemes & (Grammeme.anim | Grammeme.name) ? 'person' : 'thing';
}

/** A living being, or a body of people. */
export function isPersonOrBody(word: Word, noun: Parse): boolean {
  if (noun.partOfSpeech === 'NPRO' || (noun.grammemes & Grammeme.anim) !== 0) return true;
  return has(word, bodies) || has(word, abbreviatedBodies);
}

export function has({ keys }: Word, nouns: ReadonlySet<string>): boolean {
  for (const key of keys) if (nouns.has(key)) return true;
  return false;
}
