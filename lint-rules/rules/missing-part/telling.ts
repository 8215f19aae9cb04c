import { Grammeme, type Parse } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';

/** A verb of a clause, short participles and infinitives too. */
export interface Verb {
  readonly lemma: string;
  /** Its analyses as a verb, without the unlikely ones. */
  readonly forms: readonly Parse[];
  readonly negated: boolean;
}

/** A clause with what verbless stretches («по существу», «то есть до 11 июня») belong to it. */
export interface Clause {
  /** Folded: lower case, no ё. */
  readonly text: string;
  readonly words: readonly Word[];
  readonly verbs: readonly Verb[];
  /** The conjunction that makes it depend on another clause. */
  readonly opener: string | undefined;
}

/** A sentence as the signs of the parts look at it. */
export interface Told {
  /** Folded: lower case, no ё. */
  readonly text: string;
  readonly clauses: readonly Clause[];
}

/** The sentences of a letter, read for their parts. */
export function tellingOf(document: Document): Told[] {
  return document.sentences.map((sentence) => ({
    text: fold(document.text.slice(sentence.start, sentence.end)),
    clauses: clausesOf(document.text, sentence),
  }));
}

function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u00ad|\u0301/g, '')
    .replaceAll('ё', 'е')
    .replace(/\s+/g, ' ');
}

const openers = new Set(
  `если когда чтобы что раз пока хотя поскольку который как где куда откуда почему зачем после перед`.split(
    ' ',
  ),
);
const unlikely = 0.1;

/** The verb that a word most likely is. */
function verbOf(word: Word | undefined): readonly Parse[] {
  const [first] = word?.parses ?? [];
  if (word === undefined || first === undefined || !isVerbal(first)) return [];
  return word.parses.filter((parse) => isVerbal(parse) && parse.probability >= unlikely);
}

function isVerbal({ partOfSpeech }: Parse): boolean {
  return partOfSpeech === 'VERB' || partOfSpeech === 'INFN' || partOfSpeech === 'PRTS';
}

const isPredicate = (word: Word) => verbOf(word).some(({ partOfSpeech }) => partOfSpeech !== 'INFN');

/** Cuts a sentence at its punctuation, and at «и» between two verbs, and gives verbless pieces to their clause. */
function clausesOf(text: string, { words, start, end }: Sentence): Clause[] {
  const pieces: Word[][] = [];
  for (const [index, word] of words.entries()) {
    const between = text.slice(words[index - 1]?.end ?? start, word.start);
    if (index === 0 || /[,;:()]|\s[—–-]\s/.test(between) || joinsVerbs(words, index, pieces.at(-1)))
      pieces.push([]);
    pieces.at(-1)?.push(word);
  }
  const groups: Word[][] = [];
  for (const piece of pieces) {
    const host =
      piece.some((word) => verbOf(word).length > 0) || openerOf(piece) ? undefined : hostOf(piece, groups);
    if (host) host.push(...piece);
    else groups.push(piece);
  }
  // «По существу, как Вы просили, …»: a beginning without a verb belongs to what follows.
  const [first, second] = groups;
  if (
    first &&
    second &&
    !first.some((word) => verbOf(word).length > 0) &&
    !openerOf(first) &&
    !openerOf(second)
  )
    groups.splice(0, 2, [...first, ...second]);
  return groups.map((own, index) => {
    const from = index === 0 ? start : (own[0]?.start ?? start);
    const last = own.at(-1)?.end ?? end;
    return clauseOf(own, fold(text.slice(from, index === groups.length - 1 ? end : last)));
  });
}

/** «Позвоните до 20 мая и мы ответим»: both sides have a verb of their own. */
function joinsVerbs(words: readonly Word[], index: number, before: readonly Word[] | undefined): boolean {
  if (!/^(?:и|а|но)$/.test(words[index]?.folded ?? '')) return false;
  return (before ?? []).some(isPredicate) && words.slice(index + 1, index + 6).some(isPredicate);
}

/** «…, но не позднее 20 мая» goes on with the main clause, not with the one between. */
function hostOf([first]: readonly Word[], groups: readonly Word[][]): Word[] | undefined {
  if (first === undefined || !/^(?:но|однако|зато)$/.test(first.folded)) return groups.at(-1);
  return groups.findLast((group) => openerOf(group) === undefined) ?? groups.at(-1);
}

function openerOf(piece: readonly Word[]): string | undefined {
  for (const word of piece.slice(0, 3)) {
    const found = [...word.keys].find((key) => openers.has(key));
    if (found !== undefined && word.parses[0]?.partOfSpeech !== 'NOUN') return found;
    if (!/^(?:и|а|но|так|потому|из|для|то|о|об|в|с|по|тем|только)$/.test(word.folded)) return undefined;
  }
  return undefined;
}

function clauseOf(words: readonly Word[], text: string): Clause {
  const verbs = words.flatMap((word, index) => {
    const forms = verbOf(word);
    const [first] = forms;
    if (first === undefined) return [];
    return [{ lemma: first.lemma.replaceAll('ё', 'е'), forms, negated: words[index - 1]?.folded === 'не' }];
  });
  return { text, words, verbs, opener: openerOf(words) };
}

/** Whether a verb can be in a form with all these grammemes, or with any of `or`. */
export function isIn({ forms }: Verb, all: number): boolean {
  return forms.some(({ grammemes }) => (grammemes & all) === all);
}

export const isInfinitive = ({ forms }: Verb) => forms[0]?.partOfSpeech === 'INFN';
export const isImperative = (verb: Verb) =>
  verb.forms.some(({ grammemes, tag }) => (grammemes & Grammeme.impr) !== 0 && !/\bincl\b/.test(tag));
export const isFuture = (verb: Verb) => isIn(verb, Grammeme.futr);

/** Nouns of a clause; «первый», «вожатый» may be adjectives and do not count. */
export function nounsOf({ words }: Pick<Clause, 'words'>): Word[] {
  return words.filter(
    ({ kind, parses }) =>
      kind === 'word' &&
      parses[0]?.partOfSpeech === 'NOUN' &&
      !parses.some(({ partOfSpeech }) => partOfSpeech === 'ADJF'),
  );
}

/** Whether a word is a form of one of these. */
export const isOneOf = (word: Pick<Word, 'keys'> | undefined, lemmas: ReadonlySet<string>) =>
  word !== undefined && [...word.keys].some((key) => lemmas.has(key));

/** A list of dictionary forms, folded. */
export const lemmas = (list: string): ReadonlySet<string> =>
  new Set(list.replaceAll('ё', 'е').trim().split(/\s+/));
