import { type Dictionary, Grammeme } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../document.ts';
import type { Replacement } from '../finding.ts';
import { replaceAdjective } from '../morphology/adjective.ts';
import { capitalize, likeCase } from '../morphology/case.ts';
import { replaceNoun } from '../morphology/noun.ts';
import { adjacent, recase } from '../morphology/noun-phrase.ts';
import { predicateForm } from '../morphology/subject.ts';
import { replaceVerb } from '../morphology/verb.ts';
import type { Change } from '../types.ts';
import type { Case, Fix } from './fix.ts';
import { fits, type Match } from './match.ts';
import { parsePattern } from './pattern.ts';

/** Where a phrase was found. */
export interface Place {
  readonly document: Document;
  readonly dictionary: Dictionary;
  readonly sentence: Sentence;
  readonly match: Match;
}

/** Everything that the fixes of a phrase offer at this place, best first. */
export function replacements(fixes: readonly Fix[], place: Place): Replacement[] {
  return fixes
    .filter((fix) => holds(fix, place))
    .flatMap((fix) => apply(fix, place).map((one) => ({ ...one, change: changeOf(fix) })));
}

/** What makes other words change their form, or takes its own from them, is more than a swap. */
function changeOf({ action }: Fix): Change {
  return action.kind === 'govern' || action.kind === 'predicate' ? 'rewrite' : 'swap';
}

function holds({ conditions }: Fix, { document, sentence, match }: Place): boolean {
  const { words } = sentence;
  const first = words[match.first];
  const last = words[match.last];
  const next = words[match.last + 1];
  const previous = words[match.first - 1];
  if (conditions.self !== undefined && !fitsElement(conditions.self, first)) return false;
  if (conditions.previous !== undefined) {
    if (!adjacent(document, previous, first) || !fitsElement(conditions.previous, previous)) return false;
  }
  if (conditions.next === undefined) return true;
  return follows(document, last, next) && fitsElement(conditions.next, next);
}

function fitsElement(element: string, word: Word | undefined): boolean {
  const atoms = parsePattern(element).sides[0]?.[0]?.atoms ?? [];
  return word !== undefined && fits(atoms, word);
}

/** The next word follows with nothing but an opening quotation mark or a comma before «что» between. */
function follows(document: Document, last: Word | undefined, next: Word | undefined): boolean {
  if (last === undefined || next === undefined) return false;
  const between = document.text.slice(last.end, next.start);
  return /^\s+[«„"(]?$/.test(between) || (next.folded === 'что' && /^,\s+$/.test(between));
}

function apply(fix: Fix, place: Place): Replacement[] {
  const { action } = fix;
  switch (action.kind) {
    case 'swap':
      return action.words.flatMap((word) => (word === '' ? listed(dropped(place)) : [swapped(place, word)]));
    case 'conjunction':
      return [conjoined(place, action.middle, action.first)];
    case 'govern':
      return listed(governed(place, action.word, action.from, action.to));
    case 'agree':
      return listed(agreed(place, action.lemma));
    case 'noun':
      return listed(lastWordAs(place, (word) => replaceNoun(place, word, action.lemma)));
    case 'verb':
      return verbAs(place, action.imperfective, action.perfective);
    case 'predicate':
      return listed(predicated(place, action.lemma));
    case 'keep':
      return listed(kept(place, action.index));
    case 'omit':
      return listed(omitted(place, action.conjunction));
    case 'lead':
      return listed(led(place, action.word));
  }
}

const listed = <Value>(value: Value | undefined): Value[] => (value === undefined ? [] : [value]);

/** The range of the finding. */
function core({ sentence, match }: Place): { start: number; end: number } {
  const start = sentence.words[match.first]?.start ?? 0;
  return { start, end: sentence.words[match.last]?.end ?? start };
}

function replace(place: Place, text: string): Replacement {
  const { start, end } = core(place);
  return { start, end, text: likeCase(text, place.document.text.slice(start, end)) };
}

function swapped(place: Place, text: string): Replacement {
  const { end } = core(place);
  const comma = text.endsWith(',') && place.document.text.startsWith(',', end);
  return replace(place, comma ? text.slice(0, -1) : text);
}

/** The phrase goes: the next word stands in its place. */
function dropped(place: Place): Replacement | undefined {
  const { sentence, match } = place;
  const next = sentence.words[match.last + 1];
  return (
    next && {
      ...core(place),
      end: next.end,
      text: likeFirst(next.text, place.sentence.words[match.first]?.text ?? ''),
    }
  );
}

function conjoined(place: Place, middle: string, first: string): Replacement {
  const { document, sentence, match } = place;
  const previous = sentence.words[match.first - 1];
  if (previous === undefined) return replace(place, first);
  const found = replace(place, middle);
  const between = document.text.slice(previous.end, found.start);
  const joined = previous.parses.some(({ partOfSpeech }) => partOfSpeech === 'CONJ');
  // A comma is missing only where nothing but space stands before the conjunction.
  if (!/^\s+$/.test(between) || joined) return found;
  return { start: previous.start, end: found.end, text: `${previous.text}, ${middle}` };
}

function governed(place: Place, word: string, from: Case, to: Case): Replacement | undefined {
  const { document, dictionary, sentence, match } = place;
  const next = match.last + 1;
  const last = sentence.words[match.last];
  if (!adjacent(document, last, sentence.words[next])) return undefined;
  const phrase = recase(document, dictionary, sentence, next, Grammeme[from], Grammeme[to]);
  if (phrase === undefined) return undefined;
  const { start, end } = core(place);
  const own = document.text.slice(start, end);
  const head = word === '=' ? own : withVowel(word, phrase.text);
  const text = head === '' ? phrase.text : `${head} ${phrase.text}`;
  const cased = word === '=' ? text : likeFirst(text, own);
  return { start, end: sentence.words[phrase.last]?.end ?? end, text: cased };
}

/** Only the first letter follows the model: the noun phrase keeps its own capitals. */
function likeFirst(text: string, model: string): string {
  const first = model.match(/\p{L}/u)?.[0] ?? '';
  return first !== first.toLowerCase() ? capitalize(text) : text;
}

/** «о» before a vowel is «об». */
function withVowel(preposition: string, next: string): string {
  return preposition === 'о' && /^[аиоуэ]/i.test(next) ? 'об' : preposition;
}

function agreed(place: Place, lemma: string): Replacement | undefined {
  const { dictionary, sentence, match } = place;
  const word = sentence.words[match.first];
  const after = match.words.find((index) => index > match.last) ?? match.last + 1;
  const form = word && replaceAdjective(dictionary, word, lemma, sentence.words[after]);
  return form === undefined ? undefined : replace(place, form);
}

function lastWordAs(place: Place, make: (word: Word) => string | undefined): Replacement | undefined {
  const word = place.sentence.words[place.match.last];
  const form = word && make(word);
  return form === undefined ? undefined : replace(place, form);
}

function verbAs(place: Place, imperfective: string, perfective: string): Replacement[] {
  const { dictionary, sentence, match } = place;
  const word = sentence.words[match.first];
  const forms = word ? replaceVerb(dictionary, word, imperfective, perfective) : [];
  return forms.map((form) => replace(place, form));
}

function predicated(place: Place, lemma: string): Replacement | undefined {
  const form = predicateForm(place.document, place.dictionary, place.sentence, place.match.first, lemma);
  return form === undefined ? undefined : replace(place, form);
}

/** Removes the matched words but one, each with a space beside it. */
function kept(place: Place, index: number): Replacement | undefined {
  const { document, sentence, match } = place;
  const { start, end } = core(place);
  const keeper = match.words[index];
  const removed = match.words.filter((word) => word >= 0 && word <= match.last && word !== keeper);
  let text = '';
  let position = start;
  for (const word of removed.toSorted((one, two) => one - two)) {
    const own = sentence.words[word];
    if (own === undefined) return undefined;
    text += document.text.slice(position, own.start);
    position = own.end;
  }
  text += document.text.slice(position, end);
  if (/[,;:()]/.test(text)) return undefined;
  return replace(place, text.replace(/\s+/g, ' ').trim());
}

/** An introduction at the beginning of a sentence goes; the sentence begins with what follows. */
function omitted(place: Place, conjunction: string): Replacement | undefined {
  const { document, sentence, match } = place;
  const last = sentence.words[match.last];
  let next = sentence.words[match.last + 1];
  if (match.first > 0 || last === undefined || next === undefined) return undefined;
  if (!/^,\s+$/.test(document.text.slice(last.end, next.start))) return undefined;
  if (conjunction !== '') {
    if (next.folded !== conjunction) return undefined;
    const after = sentence.words[match.last + 2];
    if (!adjacent(document, next, after)) return undefined;
    next = after;
  }
  return next && { start: core(place).start, end: next.end, text: capitalize(next.text) };
}

/** A word at the beginning of a sentence that takes no comma. */
function led(place: Place, word: string): Replacement | undefined {
  const found = replace(place, word);
  if (place.match.first > 0) return undefined;
  const comma = place.document.text.startsWith(',', found.end) ? 1 : 0;
  return { ...found, end: found.end + comma };
}
