import { Grammeme, type Grammemes, genders, numbers, type Parse } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import { adjectives } from '../../morphology/adjective.ts';
import { bodies, selfActing } from './states.ts';

/** What does or undergoes the act. */
export interface Actor {
  readonly word: Word;
  readonly index: number;
  readonly noun: Parse;
}

/** A predicate in its clause: the words between punctuation marks and conjunctions of clauses. */
export class Clause {
  readonly #document: Document;
  readonly words: readonly Word[];
  readonly #index: number;
  readonly #first: number;
  readonly #last: number;

  constructor(document: Document, { words }: Sentence, index: number) {
    this.#document = document;
    this.words = words;
    this.#index = index;
    this.#first = this.#border(-1);
    this.#last = this.#border(1);
  }

  /** The subject that agrees with the predicate: the nearest nominative before it, else after it. */
  subject(predicate: Parse): Actor | undefined {
    const before = this.#range(-1).find((index) => this.#nominative(index, predicate) !== undefined);
    const index = before ?? this.#range(1).find((one) => this.#nominative(one, predicate) !== undefined);
    if (index === undefined) return this.#antecedent(predicate);
    const word = this.words[index];
    const noun = this.#nominative(index, predicate);
    return word && noun && { word, index, noun };
  }

  /** Who did it, in the instrumental: a person or a body, without a preposition. */
  agent(isActor: (word: Word, noun: Parse) => boolean): Actor | undefined {
    for (const index of [...this.#range(1), ...this.#range(-1)]) {
      const word = this.words[index];
      if (word === undefined || word.kind !== 'word') continue;
      const noun = instrumental(word);
      if (noun && isActor(word, noun) && !this.#governed(index)) return { word, index, noun };
    }
    return undefined;
  }

  /** The words of the clause on one side of the predicate, the nearest first. */
  #range(step: 1 | -1): number[] {
    const border = step > 0 ? this.#last : this.#first;
    const length = Math.abs(border - this.#index);
    return Array.from({ length }, (_, offset) => this.#index + step * (offset + 1));
  }

  #border(step: 1 | -1): number {
    let index = this.#index;
    while (this.words[index + step] !== undefined && !this.#separated(index, index + step)) index += step;
    return index;
  }

  #separated(one: number, two: number): boolean {
    const left = this.words[Math.min(one, two)];
    const right = this.words[Math.max(one, two)];
    if (left === undefined || right === undefined) return true;
    return /[,;:()—–]|\s-+\s/.test(this.#document.text.slice(left.end, right.start));
  }

  #nominative(index: number, predicate: Parse): Parse | undefined {
    const word = this.words[index];
    if (word === undefined || word.kind === 'number') return undefined;
    const noun = word.parses.find((parse) => isNominative(parse) && agrees(parse, predicate));
    if (noun === undefined || this.#governed(index)) return undefined;
    return noun;
  }

  /** Whether a preposition stands before the word, or before its adjectives. */
  #governed(index: number): boolean {
    for (let at = index - 1; at >= this.#first; at--) {
      const word = this.words[at];
      if (word === undefined || this.#separated(at, at + 1)) return false;
      if (word.parses[0]?.partOfSpeech === 'PREP') return true;
      // «с гражданами или лицами»: what is joined is governed alike.
      if (isJoining(word)) return this.#governed(at - 1);
      if (adjectives(word).length === 0 && word.kind !== 'number') return false;
    }
    return false;
  }

  /** «документы, которые рассматриваются»: the noun before «которые». */
  #antecedent(predicate: Parse): Actor | undefined {
    const relative = this.#range(-1).find((index) => this.words[index]?.keys.has('который'));
    if (relative === undefined) return undefined;
    for (let index = relative - 1; index >= 0; index--) {
      const word = this.words[index];
      const noun = word?.parses.find(
        (parse) => parse.partOfSpeech === 'NOUN' && sameNumber(parse, predicate),
      );
      if (word && noun) return { word, index, noun };
    }
    return undefined;
  }
}

/** The word as a noun in the instrumental, when that is its likeliest reading. */
function instrumental({ parses }: Word): Parse | undefined {
  const nouns = parses.filter(
    ({ partOfSpeech, grammemes }) => partOfSpeech === 'NOUN' && grammemes & Grammeme.ablt,
  );
  const weight = nouns.reduce((sum, { probability }) => sum + probability, 0);
  return weight < 0.5 ? undefined : nouns[0];
}

function isJoining({ folded }: Word): boolean {
  return folded === 'и' || folded === 'или' || folded === 'либо';
}

function isNominative({ partOfSpeech, grammemes }: Parse): boolean {
  return (partOfSpeech === 'NOUN' || partOfSpeech === 'NPRO') && (grammemes & Grammeme.nomn) !== 0;
}

function agrees(noun: Parse, predicate: Parse): boolean {
  if (predicate.partOfSpeech === 'INFN') return true;
  if (!sameNumber(noun, predicate)) return false;
  const gender: Grammemes = predicate.grammemes & genders;
  const own = noun.grammemes & genders;
  return gender === 0 || own === 0 || (gender & own) !== 0 || (noun.grammemes & Grammeme.plur) !== 0;
}

function sameNumber(noun: Parse, predicate: Parse): boolean {
  const number = predicate.grammemes & numbers;
  return number === 0 || (noun.grammemes & number) !== 0;
}

/** A living being, or a body of people. */
export function isPersonOrBody(word: Word, noun: Parse): boolean {
  return (noun.grammemes & Grammeme.anim) !== 0 || [...word.keys].some((key) => bodies.has(key));
}

/** What can act of its own accord: a living being, a pronoun that may stand for one, a team, a train. */
export function isSelfActing({ word, noun }: Actor): boolean {
  if (noun.partOfSpeech === 'NPRO') return word.folded !== 'это' && word.folded !== 'что';
  if (noun.grammemes & Grammeme.anim || noun.grammemes & Grammeme.name) return true;
  return [...word.keys].some((key) => selfActing.has(key));
}
