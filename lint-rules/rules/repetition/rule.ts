import type { Document, Sentence, Word } from '../../document.ts';
import type { Finding } from '../../finding.ts';
import { adjacent } from '../../morphology/noun-phrase.ts';
import { type Check, defineRule } from '../../rule.ts';

/** Words that are doubled on purpose. */
const doubled = new Set([
  'да',
  'еле',
  'чуть',
  'давно',
  'едва',
  'очень',
  'скоро',
  'долго',
  'вот',
  'нет',
  'что',
  'так',
]);

/** A word twice in a row, and two words of one root beside each other: «организация организует» (LN-2, tautology). */
export const checkRepetition: Check = function* (document) {
  for (const sentence of document.sentences) {
    for (const index of sentence.words.keys()) {
      const finding = doubledWord(document, sentence, index) ?? tautology(document, sentence, index);
      if (finding) yield finding;
    }
  }
};

/** Repetitions as a retext plugin. */
export const repetition = defineRule('repetition', checkRepetition);

function doubledWord(document: Document, { words }: Sentence, index: number): Finding | undefined {
  const first = words[index];
  const second = words[index + 1];
  if (first?.kind !== 'word' || second === undefined || first.folded !== second.folded) return undefined;
  if (doubled.has(first.folded) || !adjacent(document, first, second) || isShort(first)) return undefined;
  const { start } = first;
  const { end } = second;
  return {
    rule: 'repetition',
    severity: 'warning',
    start,
    end,
    message: `Слово «${first.text}» стоит два раза подряд. Лучше: оставить одно.`,
    replacements: [{ start, end, text: first.text, change: 'swap' }],
  };
}

/** Letters that stand for themselves: «а а». */
function isShort({ text, parses }: Word): boolean {
  return (
    text.length === 1 &&
    !parses.some(({ partOfSpeech }) => partOfSpeech === 'PREP' || partOfSpeech === 'CONJ')
  );
}

/** How many letters two words of one root share at least. */
const rootLength = 5;

function tautology(document: Document, { words }: Sentence, index: number): Finding | undefined {
  const verb = words[index];
  if (verb?.kind !== 'word' || !isVerb(verb)) return undefined;
  const noun = [words[index + 1], words[index - 1]].find(
    (word) =>
      word !== undefined &&
      isNoun(word) &&
      sharesRoot(verb, word) &&
      (adjacent(document, verb, word) || adjacent(document, word, verb)),
  );
  if (noun === undefined) return undefined;
  const start = Math.min(verb.start, noun.start);
  const end = Math.max(verb.end, noun.end);
  return {
    rule: 'repetition',
    severity: 'hint',
    start,
    end,
    message: `«${document.text.slice(start, end).replace(/\s+/g, ' ')}»: два слова с одним корнем рядом. Лучше: сказать иначе.`,
    replacements: [],
  };
}

function isVerb({ parses: [first] }: Word): boolean {
  return first?.partOfSpeech === 'VERB' || first?.partOfSpeech === 'INFN' || first?.partOfSpeech === 'PRTS';
}

function isNoun({ parses: [first] }: Word): boolean {
  return first?.partOfSpeech === 'NOUN';
}

function sharesRoot(one: Word, two: Word): boolean {
  const [first, second] = [one.parses[0]?.lemma ?? '', two.parses[0]?.lemma ?? ''];
  if (first.length < rootLength + 2 || second.length < rootLength + 1) return false;
  return first.slice(0, rootLength) === second.slice(0, rootLength);
}
