import { Grammeme, type Grammemes, genders, hasGrammeme, numbers, type Parse } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import { adjectives } from '../../morphology/adjective.ts';
import { withoutReflexive } from '../../morphology/analysis.ts';
import { type Actor, has, isStandIn } from './actor.ts';
import { useOf } from './lexicon/index.ts';
import { abbreviatedBodies, adjectivalPosts } from './nouns.ts';

/** A predicate in its clause: the words between punctuation marks. */
export class Clause {
  readonly #document: Document;
  readonly #sentence: Sentence;
  readonly words: readonly Word[];
  readonly #index: number;
  /** Index of the first word of the clause. */
  readonly first: number;
  /** Index of its last word. */
  readonly last: number;

  constructor(document: Document, sentence: Sentence, index: number) {
    this.#document = document;
    this.#sentence = sentence;
    this.words = sentence.words;
    this.#index = index;
    this.first = this.#border(-1);
    this.last = this.#border(1);
  }

  /**
   * The subject that agrees with the predicate: the nearest nominative before it, else after it, else what «который»
   * stands for, else a nominative of the same sentence before what is set off by commas. «Он» gives way to the noun it
   * most likely stands for.
   */
  subject(predicate: Parse): Actor | undefined {
    const found =
      this.nominative(predicate) ??
      this.#antecedent(predicate) ??
      this.#nearest(this.#before(this.first), predicate);
    return found && isStandIn(found) ? (this.#standsFor(found) ?? found) : found;
  }

  /** The nominative of the clause that agrees with the predicate, as it stands there. */
  nominative(predicate: Parse): Actor | undefined {
    return this.#nearest(this.#range(-1), predicate) ?? this.#nearest(this.#range(1), predicate);
  }

  /** Who did it, in the instrumental: a person or a body, without a preposition. */
  agent(isActor: (word: Word, noun: Parse) => boolean): Actor | undefined {
    for (const index of [...this.#withoutOtherVerbs(1), ...this.#withoutOtherVerbs(-1)]) {
      const word = this.words[index];
      if (word === undefined || word.kind !== 'word') continue;
      const noun = instrumental(word, this.words[index + 1]) ?? this.#abbreviated(index);
      if (noun && isActor(word, noun) && !this.#governed(index) && !this.#actsElsewhere(index))
        return { word, index, noun };
    }
    return undefined;
  }

  /** «вынесенного прокурором постановления», «при предъявлении должником»: the word before has its own actor. */
  #actsElsewhere(index: number): boolean {
    let at = index - 1;
    while (at >= this.first && adjectives(this.words[at] ?? { parses: [] }).some(isInInstrumental)) at--;
    const before = this.words[at];
    if (before === undefined || at < this.first || at === this.#index || this.#separated(at, at + 1))
      return false;
    const [likeliest] = before.parses;
    if (likeliest?.partOfSpeech === 'PRTF') return (likeliest.grammemes & Grammeme.pssv) !== 0;
    const isAction = likeliest?.partOfSpeech === 'NOUN' && /(?:ние|тие|ство|ка|ча)$/.test(likeliest.lemma);
    return isAction && (this.#governed(at) || !before.parses.some(isNominative));
  }

  /** Whether the predicate governs one of the nouns by one of the prepositions. */
  governs(prepositions: readonly string[], nouns: ReadonlySet<string>): boolean {
    return this.#range(1).some((at) => {
      const preposition = this.words[at];
      if (preposition === undefined || !prepositions.includes(preposition.folded)) return false;
      return this.words.slice(at + 1, at + 4).some((word) => has(word, nouns));
    });
  }

  /** Whether a form of «быть» stands by: «был» before it, «открыто было» after it. */
  hasAuxiliary(): boolean {
    const near = [...this.#range(-1).slice(0, 2), ...this.#range(1).slice(0, 1)];
    if (this.words[this.#index - 1]?.kind === 'number') return false;
    return near.some((at) => this.words[at] !== undefined && isAuxiliary(this.words[at]));
  }

  /** Whether the nearest nominative before is a plural: «стороны достигнут соглашения». */
  hasPluralBefore(): boolean {
    for (const index of this.#range(-1)) {
      const word = this.words[index];
      const found = word?.parses.filter((parse) => isNominative(parse)) ?? [];
      if (word === undefined || found.length === 0 || this.#governed(index)) continue;
      // «договор аренды»: the genitive rather.
      if (index > this.first && weightOf(found) < 0.25) continue;
      return found.every(({ grammemes }) => grammemes & Grammeme.plur);
    }
    return this.#range(-1).some((index) => this.words[index]?.folded === 'которые');
  }

  /** Whether it tells of a neuter before it or of a number after it: «окно открыто», «открыто два счёта». */
  isBesideNeuter(): boolean {
    const next = this.words[this.#index + 1];
    if (this.#range(1).length > 0 && next) {
      if (next.kind === 'number' || next.parses[0]?.partOfSpeech === 'NUMR') return true;
      if (next.parses.some(({ partOfSpeech }) => described.has(partOfSpeech))) return false;
    }
    const before = this.#range(-1).find((index) => !particles.has(this.words[index]?.folded ?? ''));
    const word = before === undefined ? undefined : this.words[before];
    if (before === undefined || word === undefined || this.#governed(before)) return false;
    return word.parses.some((parse) => isNominative(parse) && isNeuter(parse));
  }

  /** Whether one who speaks or is spoken to is the subject: «мы», «вы». */
  isAboutSpeakers(): boolean {
    return this.#range(-1).some((index) => speakers.has(this.words[index]?.folded ?? ''));
  }

  /** Whether an infinitive hangs on a word that has a subject: «может», «должен», «будет». */
  hasModal(): boolean {
    return [...this.#range(-1), ...this.#range(1).slice(0, 3)].some((index) => {
      const word = this.words[index];
      return word !== undefined && has(word, modals);
    });
  }

  /** Whether a noun in the instrumental stands in the clause, whatever it means. */
  hasInstrumental(): boolean {
    return [...this.#range(1), ...this.#range(-1)].some((index) => {
      const word = this.words[index];
      return word !== undefined && isInstrumental(word) && !this.#governed(index);
    });
  }

  /** The words of the clause on one side of the predicate, the nearest first. */
  #range(step: 1 | -1): number[] {
    const border = step > 0 ? this.last : this.first;
    const length = Math.abs(border - this.#index);
    return Array.from({ length }, (_, offset) => this.#index + step * (offset + 1));
  }

  /** The same up to a verb of its own: «связываются и остаются клиентами», but «принимаются и рассматриваются судом». */
  #withoutOtherVerbs(step: 1 | -1): number[] {
    const range = this.#range(step);
    const other = range.findIndex(
      (index) => this.words[index] !== undefined && isOtherVerb(this.words[index]),
    );
    return other < 0 ? range : range.slice(0, other);
  }

  /** The words of the sentence before an index, the nearest first. */
  #before(index: number): number[] {
    return Array.from({ length: index }, (_, offset) => index - 1 - offset);
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

  #nearest(indices: readonly number[], predicate: Parse): Actor | undefined {
    let doubtful: Actor | undefined;
    for (const index of indices) {
      const word = this.words[index];
      const noun = word && (nominative(word, predicate) ?? asNoun(word, this.words[index + 1], predicate));
      if (word === undefined || noun === undefined || this.#governed(index)) continue;
      // «правила выдачи устанавливаются»: not the nearest, which is a genitive rather.
      if (!isRatherGenitive(word)) return { word, index, noun };
      doubtful ??= { word, index, noun };
    }
    return doubtful;
  }

  /** Whether a preposition stands before the word, or before its adjectives. */
  #governed(index: number): boolean {
    for (let at = index - 1; at >= 0; at--) {
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
    for (const index of this.#before(relative)) {
      const word = this.words[index];
      const noun = word?.parses.find(
        (parse) => parse.partOfSpeech === 'NOUN' && sameNumber(parse, predicate),
      );
      if (word && noun) return { word, index, noun };
    }
    return undefined;
  }

  /** The nominative of number and gender before a pronoun, in its sentence or the one before. */
  #standsFor({ index, noun }: Actor): Actor | undefined {
    const here = this.#nearest(this.#before(index), noun);
    if (here && !isStandIn(here)) return here;
    const sentences = this.#document.sentences;
    const previous = sentences[sentences.indexOf(this.#sentence) - 1];
    const word = previous?.words.find((one) => nominative(one, noun));
    const found = word && nominative(word, noun);
    return found && found.partOfSpeech === 'NOUN' ? { word, index: -1, noun: found } : undefined;
  }

  /** «рассматривается МФЦ»: an abbreviation right after the predicate that is not its subject. */
  #abbreviated(index: number): Parse | undefined {
    const word = this.words[index];
    const isRight = index === this.#index + 1 && this.first < this.#index;
    if (word === undefined || !isRight || !isWithoutCases(word)) return undefined;
    return word.parses.find(({ grammemes }) => grammemes & Grammeme.ablt) ?? word.parses[0];
  }
}

/** A finite verb that has no passive reading: who stands beyond it acts there. */
function isOtherVerb({ parses: [first] }: Word): boolean {
  if (first?.partOfSpeech !== 'VERB' || modals.has(first.lemma)) return false;
  const verb = withoutReflexive(first.lemma);
  const use = verb === undefined ? 'never' : useOf(verb);
  return use === undefined || use === 'never' || use === 'by-agent';
}

/** What an adverb goes with: «открыто говорить», «открыто расположенный». */
const described: ReadonlySet<string> = new Set(['VERB', 'INFN', 'ADJF', 'PRTF', 'PRTS', 'GRND', 'ADVB']);

const particles: ReadonlySet<string> = new Set(['не', 'уже', 'еще', 'теперь', 'сейчас', 'также']);

function isNeuter({ grammemes }: Parse): boolean {
  return (grammemes & Grammeme.neut) !== 0 && (grammemes & Grammeme.sing) !== 0;
}

/** A form of «быть». */
export function isAuxiliary({ parses }: Word): boolean {
  return parses.some(
    ({ lemma, partOfSpeech }) => lemma === 'быть' && (partOfSpeech === 'VERB' || partOfSpeech === 'INFN'),
  );
}

const speakers: ReadonlySet<string> = new Set(['я', 'ты', 'мы', 'вы']);

const modals: ReadonlySet<string> = new Set([
  ...['быть', 'мочь', 'должный', 'должен', 'долженствовать', 'способный', 'подлежать', 'обязать', 'смочь'],
  ...['начать', 'начинать', 'стать', 'продолжать', 'продолжить', 'перестать', 'прекратить'],
]);

/** Whether it is a body written in capitals that has no cases. */
export function isWithoutCases(word: Word): boolean {
  return has(word, abbreviatedBodies);
}

const pronouns: ReadonlySet<string> = new Set([
  'мной',
  'мною',
  'тобой',
  'тобою',
  'нами',
  'вами',
  'ими',
  'ею',
]);

/** The word as a noun in the instrumental, when that is its likeliest reading. */
function instrumental({ folded, parses }: Word, next: Word | undefined): Parse | undefined {
  const fitting = parses.filter(({ grammemes }) => grammemes & Grammeme.ablt);
  if (pronouns.has(folded)) return fitting.find(({ partOfSpeech }) => partOfSpeech === 'NPRO');
  const nouns = fitting.filter(({ partOfSpeech }) => partOfSpeech === 'NOUN');
  if (weightOf(nouns) >= 0.5) return nouns[0];
  // «подписывается председательствующим»: a post that is an adjective by its form, unless a noun follows it.
  const post = nouns.find(({ lemma }) => adjectivalPosts.has(lemma));
  return post && weightOf(fitting) >= 0.5 && !(next && isInstrumental(next)) ? post : undefined;
}

function isInInstrumental({ grammemes }: Parse): boolean {
  return (grammemes & Grammeme.ablt) !== 0;
}

/** «выплаты», «заявления»: read as a genitive more often than as a nominative. */
export function isRatherGenitive({ parses }: Word): boolean {
  const weight = (wanted: Grammemes) => weightOf(parses.filter(({ grammemes }) => grammemes & wanted));
  return weight(Grammeme.gent) > weight(Grammeme.nomn);
}

function weightOf(parses: readonly Parse[]): number {
  return parses.reduce((sum, { probability }) => sum + probability, 0);
}

function isInstrumental({ parses: [first] }: Word): boolean {
  return first !== undefined && (first.grammemes & Grammeme.ablt) !== 0;
}

function isJoining({ folded }: Word): boolean {
  return folded === 'и' || folded === 'или' || folded === 'либо';
}

/** A word with less probability is not what is meant. */
const rare = 0.05;

const functionWords: ReadonlySet<string> = new Set(['PREP', 'CONJ', 'PRCL']);

function nominative({ kind, parses }: Word, predicate: Parse): Parse | undefined {
  if (kind === 'number') return undefined;
  const noun = parses.find((parse) => isNominative(parse) && agrees(parse, predicate));
  if (noun?.partOfSpeech !== 'NOUN') return noun;
  if (functionWords.has(parses[0]?.partOfSpeech ?? '')) return undefined;
  // «решение суда»: hardly the plural of «судно».
  const own = parses.filter(({ lemma }) => lemma === noun.lemma);
  return parses[0]?.partOfSpeech === 'NOUN' && weightOf(own) < rare ? undefined : noun;
}

/** «больной», «дежурный»: an adjective that stands for a person when no noun follows. */
function asNoun(word: Word, next: Word | undefined, predicate: Parse): Parse | undefined {
  if (next?.parses.some(({ partOfSpeech }) => partOfSpeech === 'NOUN' || partOfSpeech === 'ADJF'))
    return undefined;
  return word.parses.find(
    (parse) =>
      hasGrammeme(parse.tag, 'Subx') &&
      !hasGrammeme(parse.tag, 'Apro') &&
      (parse.grammemes & Grammeme.nomn) !== 0 &&
      (parse.grammemes & Grammeme.neut) === 0 &&
      agrees(parse, predicate),
  );
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
