import { cleanWord, type Dictionary } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import type { Finding, Replacement } from '../../finding.ts';
import type { Settings } from '../../rule.ts';
import type { Severity } from '../../types.ts';
import type { Speller } from './engine/speller.ts';
import { distance } from './suggestions/distance.ts';
import { type Suggestion, suggest } from './suggestions/suggest.ts';
import { hasKnownEnd, isCompound } from './words/compounds.ts';
import { KnownWords } from './words/known.ts';
import { isAgency, isNameByPlace } from './words/names.ts';
import { ownWords } from './words/own.ts';

/** A suggestion that costs more is a guess: the word may be right and new. */
const sure = 1.05;
/** What costs no more is a slip that ear, habit or a finger makes often. */
const likely = 0.65;
/** In a shorter word every letter could be another one, and a word is found. */
const leastSure = 6;
/** How many letters at most a suggestion of Hunspell may differ in: its last ones are far-fetched. */
const farthest = 3;
/** Hunspell takes a tenth of a second to think of what is far away; so many words of a text are worth it. */
const mostFarSearches = 4;

/** Words that neither dictionary knows, nor the glossary, nor the official names. */
export function* unknownWords(document: Document, settings: Settings, speller: Speller): Generator<Finding> {
  const { dictionary, glossary, terms, names } = settings;
  const known = new KnownWords(dictionary, speller, ownWords(glossary, terms, names));
  const inText = knownOfText(document);
  const seen = repeated(document);
  let farSearches = 0;
  for (const sentence of document.sentences)
    for (const [index, word] of sentence.words.entries()) {
      if (!isChecked(document, word) || settings.isProtected(word)) continue;
      const clean = withoutFlourish(cleanWord(word.text));
      if (clean === '' || isKnown(known, word, clean) || isAgency(word)) continue;
      const part = known.unknownPart(clean);
      if (part === undefined) continue;
      const isRepeated = seen.has(word.parses[0]?.lemma ?? part);
      const suspect = { dictionary, known, inText, document, sentence, index, word, clean, part, isRepeated };
      const near = nearWords(suspect);
      if (isNewOrName(suspect, near)) continue;
      const far =
        near.length === 0 &&
        /^\p{Ll}/u.test(word.text) &&
        !isCompound(dictionary, part) &&
        farSearches++ < mostFarSearches;
      yield finding(suspect, near, far ? farWords(speller, part) : []);
    }
}

interface Suspect {
  readonly dictionary: Dictionary;
  readonly known: KnownWords;
  readonly inText: ReadonlySet<string>;
  readonly document: Document;
  readonly sentence: Sentence;
  readonly index: number;
  readonly word: Word;
  /** The whole word, and the part of it between hyphens that is not known; both as `cleanWord` leaves them. */
  readonly clean: string;
  readonly part: string;
  /** A word that stands three times is a term rather than a slip. */
  readonly isRepeated: boolean;
}

/** The lemmas, as they are guessed, of unknown words that stand three times and more. */
function repeated({ sentences }: Document): Set<string> {
  const counts = new Map<string, number>();
  for (const { words } of sentences)
    for (const { parses } of words) {
      const [first] = parses;
      if (first?.known === false) counts.set(first.lemma, (counts.get(first.lemma) ?? 0) + 1);
    }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([word]) => word));
}

/** The words of the text that OpenCorpora has: what the writer uses elsewhere is likely to be meant. */
function knownOfText({ sentences }: Document): Set<string> {
  const found = new Set<string>();
  for (const { words } of sentences)
    for (const { folded, parses } of words) if (parses[0]?.known) found.add(folded);
  return found;
}

/** Hashtags, letters of another alphabet, capitals inside («МинЮст») and abbreviations in capitals are not for a dictionary. */
function isChecked({ text: whole }: Document, { kind, text, start, end }: Word): boolean {
  if (/[#@_\d]/.test(whole.charAt(start - 1)) || whole.charAt(end) === '_') return false;
  if (kind !== 'word' || !/^[\p{Script=Cyrillic}\p{M}\u00AD\u2010\u2011'’ʼ\d-]+$/u.test(text)) return false;
  if (/[іїєґўѣѳѵђјљњћџ]/iu.test(text) || !/\p{Ll}/u.test(text)) return false;
  return !text.split(/[-\u2010\u2011]/).some((part) => /\p{L}.*\p{Lu}/u.test(part));
}

/** «спасибооо»: the rule is no judge of feelings, but three letters in a row are none of the spelling. */
function withoutFlourish(clean: string): string {
  return clean.replace(/['’ʼ]/g, '');
}

/** Most words are: the document has already looked them up. */
function isKnown(known: KnownWords, { parses }: Word, clean: string): boolean {
  const [first] = parses;
  if (first?.known && !clean.includes('ё') && !parses.every(({ tag }) => /\bErro\b/.test(tag))) return true;
  return known.hasOwn(clean);
}

function nearWords(suspect: Suspect): Suggestion[] {
  const { dictionary, known, part, inText } = suspect;
  if (part.includes('ё')) {
    // «опёка»: the same word without its dots.
    const plain = part.replaceAll('ё', 'е');
    if (known.hasPart(plain)) return [{ word: plain, cost: 0.3 }];
  }
  return suggest(dictionary, known, part, inText);
}

function farWords(speller: Speller, part: string): Suggestion[] {
  return speller
    .suggest(part)
    .filter((word) => !word.includes(' ') && distance(part, word.toLowerCase()) <= farthest)
    .slice(0, 3)
    .map((word, index) => ({ word: word.toLowerCase(), cost: sure + 0.1 + index / 10 }));
}

function finding(suspect: Suspect, near: readonly Suggestion[], far: readonly Suggestion[]): Finding {
  const { word, clean, part } = suspect;
  const suggestions = near.length > 0 ? near : far;
  const replacements = suggestions.map(({ word: meant }): Replacement => {
    const { start, end } = word;
    return { start, end, text: capitalsOf(word.text, clean.replace(part, meant)), change: 'swap' };
  });
  const texts = [...new Set(replacements.map(({ text }) => `«${text}»`))].slice(0, 3);
  const advice =
    texts.length > 0
      ? `Возможно: ${texts.join(', ')}.`
      : 'Проверьте, как оно пишется; нужное слово внесите в словарь содержания.';
  return {
    rule: 'spelling',
    severity: severityOf(suspect, near),
    start: word.start,
    end: word.end,
    message: `Слова «${word.text.replaceAll('\u00AD', '')}» нет в словарях. ${advice}`,
    replacements,
  };
}

/** A name that is near no word, and a known word after a usual beginning («медиаволонтёр»): nothing to say. */
function isNewOrName(suspect: Suspect, near: readonly Suggestion[]): boolean {
  const { document, sentence, index, word, dictionary, part } = suspect;
  if (near[0] !== undefined && near[0].cost <= likely) return false;
  if (hasKnownEnd(dictionary, part)) return true;
  if (!/^\p{Lu}/u.test(word.text)) return false;
  return isNameByPlace(document, sentence, index) || (index > 0 && near.length === 0);
}

/** A warning only where a near word makes a slip likely; what may be a name or a new word is a hint. */
function severityOf(suspect: Suspect, near: readonly Suggestion[]): Severity {
  const { document, sentence, index, word, dictionary, part, isRepeated } = suspect;
  const [best] = near;
  if (best === undefined || best.cost > sure || part.length < 4) return 'hint';
  if (best.cost > likely && (isRepeated || part.length < leastSure)) return 'hint';
  const isCapital = /^\p{Lu}/u.test(word.text);
  if (isCapital && (index > 0 || isNameByPlace(document, sentence, index))) return 'hint';
  if (isCapital && (best.cost >= likely || part.length < leastSure)) return 'hint';
  return best.cost > likely && isCompound(dictionary, part) ? 'hint' : 'warning';
}

/** The capitals of what was written: «Пожалуста» → «Пожалуйста». */
function capitalsOf(written: string, meant: string): string {
  return /^\p{Lu}/u.test(written) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
}
