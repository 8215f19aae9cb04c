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

/** How many letters two words of one root share at least, once the consonants that alternate are one. */
const rootLength = 4;
/** How many words may stand between them: «обратитесь с обращением», «следует учесть следующие». */
const reach = 2;

/** Roots that a spelling does not show. */
const sameRoot = new Set(['спросить вопрос', 'спрашивать вопрос', 'запросить вопрос', 'просить просьба']);

function tautology(document: Document, { words }: Sentence, index: number): Finding | undefined {
  const first = words[index];
  if (first?.kind !== 'word') return undefined;
  for (let at = index + 1; at <= index + 1 + reach; at++) {
    const second = words[at];
    if (second === undefined || !adjacent(document, words[at - 1], second)) return undefined;
    if (isTautology(first, second)) return findingOf(document, first, second);
  }
  return undefined;
}

function findingOf(document: Document, { start }: Word, { end }: Word): Finding {
  return {
    rule: 'repetition',
    severity: 'hint',
    start,
    end,
    message: `«${document.text.slice(start, end).replace(/\s+/g, ' ')}»: два слова с одним корнем рядом. Лучше: сказать иначе.`,
    replacements: [],
  };
}

/** A verb with a noun or a participle of its own root, on either side. Names and terms of two nouns are none. */
function isTautology(one: Word, two: Word): boolean {
  const [verb, other] = isVerb(one) ? [one, two] : [two, one];
  return isVerb(verb) && (isNoun(other) || isAttribute(other)) && sharesRoot(verb, other);
}

function isVerb({ parses: [first] }: Word): boolean {
  return first?.partOfSpeech === 'VERB' || first?.partOfSpeech === 'INFN' || first?.partOfSpeech === 'PRTS';
}

function isNoun({ parses: [first] }: Word): boolean {
  return first?.partOfSpeech === 'NOUN';
}

/** Words of working hours and duties that no other word says. */
const terms = new Set(['рабочий', 'ответственный']);

function isAttribute({ parses: [first] }: Word): boolean {
  if (terms.has(first?.lemma ?? '')) return false;
  return first?.partOfSpeech === 'PRTF' || first?.partOfSpeech === 'ADJF';
}

function sharesRoot(verb: Word, other: Word): boolean {
  const [first, second] = [verb.parses[0]?.lemma ?? '', other.parses[0]?.lemma ?? ''];
  if (sameRoot.has(`${first} ${second}`)) return true;
  if (first.length < rootLength + 2 || second.length < rootLength + 1) return false;
  const [root, same] = [rootOf(first), rootOf(second)];
  return root.length >= rootLength && root.slice(0, 5) === same.slice(0, root.length < 5 ? root.length : 5);
}

/** What alternates at the end of a root: «обратить — обращение», «предложить — предлагать», «посадить — посажен». */
const alternations: Readonly<Record<string, string>> = { щ: 'т', ч: 'т', ж: 'д', ш: 'с', г: 'д' };

function rootOf(lemma: string): string {
  const stem = lemma
    .replace(/(?:ся|сь)$/u, '')
    .replace(/(?:ировать|овать|ывать|ивать|евать|ать|ять|ить|еть|нуть|ти|ть)$/u, '');
  return stem.replace(/[щчжшг]/gu, (letter) => alternations[letter] ?? letter);
}
