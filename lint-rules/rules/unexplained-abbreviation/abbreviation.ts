import type { Document, Sentence, Word } from '../../document.ts';
import type { Span } from '../../types.ts';

/** Whether a word is an abbreviation of capitals: «ЕПГУ», «ГрК», but not «НЕ» or a heading in capitals. */
export function isAbbreviation(word: Word): boolean {
  if (word.kind !== 'word' || !/^[А-ЯЁ][А-ЯЁа-яё]{1,9}$/.test(word.text)) return false;
  const capitals = word.text.match(/[А-ЯЁ]/g)?.length ?? 0;
  if (capitals < 2 || capitals * 2 < word.text.length) return false;
  return !isEmphasis(word) && !/^Х+$/.test(word.text);
}

/** An ordinary word in capitals: «НЕ», «ВАЖНО». */
function isEmphasis({ parses }: Word): boolean {
  return parses.some(({ known, tag, probability }) => known && probability > 0.05 && !/\bAbbr\b/.test(tag));
}

/** Whether the sentence is written in capitals, as headings are. */
export function isShouted({ words }: Sentence): boolean {
  const spelled = words.filter((word) => word.kind === 'word' && word.text.length > 1);
  const capitals = spelled.filter(({ text }) => text === text.toUpperCase());
  // «ФГИС ЕГРН и АИС МФЦ» is a row of abbreviations.
  return (
    spelled.length > 1 &&
    capitals.length * 2 > spelled.length &&
    capitals.filter(isEmphasis).length * 2 >= capitals.length
  );
}

/** Words that have no letter in an abbreviation. */
const silent = new Set([
  'и',
  'в',
  'во',
  'на',
  'по',
  'с',
  'со',
  'о',
  'об',
  'для',
  'к',
  'от',
  'при',
  'за',
  'из',
]);

/** How an abbreviation is introduced at a place of the text, if it is. */
export interface Definition {
  /** What it stands for, as it is written there; empty when that cannot be told. */
  readonly expansion: string;
  /** The words and the parenthesis with the abbreviation, when it was introduced for later use: «центр (МФЦ)». */
  readonly announced?: Span;
}

/**
 * Whether the text explains the abbreviation right where it stands: «(далее – ЕПГУ)», «многофункциональный центр (МФЦ)»,
 * «МФЦ (многофункциональный центр)», «ЕПГУ — единый портал».
 */
export function definitionAt(document: Document, sentence: Sentence, index: number): Definition | undefined {
  const word = sentence.words[index];
  if (word === undefined) return undefined;
  return (
    inParentheses(document, sentence, index, word) ??
    explainedAfter(document, sentence, index, word) ??
    explainedByWords(document, sentence, word)
  );
}

/** «…, далее – ЕПГУ, …», «под МФЦ понимается …», «МФЦ* …» with a footnote. */
function explainedByWords(document: Document, sentence: Sentence, word: Word): Definition | undefined {
  const before = document.text.slice(sentence.start, word.start);
  const after = document.text.slice(word.end, sentence.end);
  const later = /[,(]\s*(?:именуем\p{L}+\s+)?далее\s*(?:по тексту\s*)?(?:[—–-]\s*|именуем\p{L}+\s+)?[«"]?$/iu;
  const meant =
    /(?:^|[^\p{L}])под\s+[«"]?$/iu.test(before) && /^[»"]?\s+(?:понима|подразумева)/iu.test(after);
  const named = /(?:называ|именует|именуем|сокращ)\p{L}*\s+(?:[—–-]\s*)?[«"]?$/iu.test(before);
  const noted = /^(?:\*|[¹²³]|\[\d+\])/.test(after);
  return later.test(before) || meant || named || noted ? { expansion: '' } : undefined;
}

function inParentheses(
  document: Document,
  sentence: Sentence,
  index: number,
  word: Word,
): Definition | undefined {
  const before = document.text.slice(sentence.start, word.start);
  const closing = /^\s*[;,)]/.exec(document.text.slice(word.end, sentence.end));
  if (closing === null) return undefined;
  const open = sentence.start + before.lastIndexOf('(');
  const words = sentence.words.slice(0, index).filter(({ end }) => end <= open);
  const start = words.at(-1)?.start ?? open;
  const announced = { start, end: word.end + closing[0].length };
  const introduced = closing[0].endsWith(')') ? { announced } : {};
  if (/\(\s*далее\s*(?:по тексту\s*)?(?:[—–-]\s*|именуем\p{L}+\s+)?$/iu.test(before))
    return { expansion: '', ...introduced };
  if (!/\(\s*(?:сокращ\p{L}+\s*[—–-]?\s*)?$/iu.test(before)) return undefined;
  const length = matchingWords(word.text, words);
  if (length === 0) return undefined;
  const expansion = words.slice(-length).map(({ text }) => text);
  return { expansion: expansion.join(' '), ...introduced };
}

/** How many words right before the parenthesis the letters stand for; 0 when they do not. */
function matchingWords(abbreviation: string, words: readonly Word[]): number {
  const letters = abbreviation.toLowerCase().replaceAll('ё', 'е');
  for (let count = 1; count <= Math.min(words.length, letters.length + 4); count++) {
    const parts = words.slice(-count).flatMap(({ folded }) => folded.split('-'));
    if (!silent.has(parts[0] ?? '') && stand(letters, parts)) return count;
  }
  return 0;
}

/** Whether each word gives its first letter and may give more: «МногоФункциональный Центр». */
function stand(letters: string, words: readonly string[]): boolean {
  const [word, ...rest] = words;
  if (word === undefined) return letters === '';
  if (silent.has(word) && stand(letters, rest)) return true;
  if (letters === '' || word.charAt(0) !== letters.charAt(0)) return false;
  let at = 0;
  for (let taken = 1; ; taken++) {
    if (stand(letters.slice(taken), rest)) return true;
    at = taken < letters.length ? word.indexOf(letters.charAt(taken), at + 1) : -1;
    if (at < 0) return false;
  }
}

function explainedAfter(
  document: Document,
  sentence: Sentence,
  index: number,
  word: Word,
): Definition | undefined {
  const after = document.text.slice(word.end, sentence.end);
  const parenthesis = /^\s*\(([^()]*)\)/.exec(after)?.[1];
  if (parenthesis !== undefined && /\p{L}[\p{L}-]*[\s,]+\p{L}/u.test(parenthesis)) {
    return { expansion: parenthesis.trim() };
  }
  const first = index === 0 || /^\s*[«"]?$/.test(document.text.slice(sentence.start, word.start));
  const dash = /^\s*[—–-]\s+(?:это\s+)?(\p{L}[^.;]*)/u.exec(after)?.[1];
  return first && dash !== undefined ? { expansion: dash.trim() } : undefined;
}
