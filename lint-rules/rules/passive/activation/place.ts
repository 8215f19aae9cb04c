import type { Dictionary, Parse } from '@ponyatno/russian';
import type { Document, Sentence } from '../../../document.ts';
import type { Actor } from '../actor.ts';
import type { Clause } from '../clause.ts';

/** A predicate in the passive and the one who acts. */
export interface Place {
  readonly document: Document;
  readonly dictionary: Dictionary;
  readonly sentence: Sentence;
  readonly clause: Clause;
  /** Index of the participle or of the reflexive verb. */
  readonly predicate: number;
  readonly parse: Parse;
  readonly agent: Actor;
}

/** Words of the sentence from one index to another, both included, and what they become. */
export interface Part {
  readonly first: number;
  readonly last: number;
  readonly text: string;
  /** Where it ends in the text of the document, when a mark ends it («клубом «Юность»»). */
  readonly end?: number;
}

/** Where a part ends in the text of the document. */
export function endOf({ sentence }: Place, { last, end }: Part): number {
  return end ?? sentence.words[last]?.end ?? sentence.start;
}

/** How many words of the sentence begin before an offset. */
export function wordsUpTo({ sentence }: Place, offset: number): number {
  const count = sentence.words.findIndex(({ start }) => start >= offset);
  return count < 0 ? sentence.words.length : count;
}

/** The text between two words of the sentence, both included. */
export function textOf({ document, sentence }: Place, first: number, last: number): string {
  const from = sentence.words[first];
  const to = sentence.words[last];
  return from && to ? document.text.slice(from.start, to.end) : '';
}

/** The text between two parts, with its signs («№»). */
export function textBetween(place: Place, left: Part, right: Part): string {
  const from = place.sentence.words[right.first]?.start;
  return place.document.text.slice(endOf(place, left), from).trim();
}
