import type { Document, Sentence } from './document.ts';
import type { Span } from './types.ts';

const acts = ['приказ', 'постановление', 'закон', 'распоряжение', 'указ', 'решение', 'кодекс'];
const about = new Set(['о', 'об', 'обо']);
/** Nouns with which only the title of an act begins. */
const opening = ['утверждение', 'внесение', 'признание', 'введение', 'установление', 'порядок', 'мера'];
/** How far the title may stand from the word for the act: «от 20.08.2024 № 102/53». */
const reach = 8;

/**
 * Titles of acts that run on in a sentence without quotation marks: «приказ от 20.08.2024 № 102/53 об утверждении
 * Правил взаимодействия». A title ends before a verb or a punctuation mark.
 */
export function actTitles(document: Document): Span[] {
  return document.sentences.flatMap((sentence) => {
    const span = titleIn(document, sentence);
    return span ? [span] : [];
  });
}

function titleIn({ text }: Document, { words }: Sentence): Span | undefined {
  const act = words.findIndex(({ keys }) => acts.some((one) => keys.has(one)));
  if (act < 0) return undefined;
  const first = words.findIndex(({ folded }, index) => index > act && about.has(folded));
  if (first < 0 || first - act > reach) return undefined;
  const between = words.slice(act + 1, first);
  const next = words[first + 1];
  const numbered = between.some(({ kind }) => kind === 'number');
  if (!numbered && (next === undefined || !opening.some((one) => next.keys.has(one)))) return undefined;
  if (between.some(isPredicate)) return undefined;
  // Quotation marks protect what they hold already.
  if (/[«»"“„;:]/.test(text.slice(words[act]?.end, words[first]?.start))) return undefined;
  let last = first;
  for (let index = first + 1; index < words.length; index++) {
    const word = words[index];
    if (word === undefined || isPredicate(word)) break;
    if (/[,.;:!?()«»]/.test(text.slice(words[index - 1]?.end ?? word.start, word.start))) break;
    last = index;
  }
  const start = words[first]?.start;
  const end = words[last]?.end;
  return last > first && start !== undefined && end !== undefined ? { start, end } : undefined;
}

function isPredicate({ parses: [first] }: Sentence['words'][number]): boolean {
  const part = first?.partOfSpeech;
  return part === 'VERB' || part === 'PRTS' || part === 'ADJS' || part === 'PRED' || part === 'INFN';
}
