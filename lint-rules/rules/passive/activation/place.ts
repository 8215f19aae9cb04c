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
}

/** The text between two words of the sentence, both included. */
export function textOf({ document, sentence }: Place, first: number, last: number): string {
  const from = sentence.words[first];
  const to = sentence.words[last];
  return from && to ? document.text.slice(from.start, to.end) : '';
}
