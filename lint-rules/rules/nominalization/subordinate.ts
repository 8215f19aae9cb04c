import { Grammeme, type Parse } from '@ponyatno/russian';
import type { Document, Sentence } from '../../document.ts';
import type { Replacement } from '../../finding.ts';
import { capitalize } from '../../morphology/case.ts';
import { adjacent } from '../../morphology/noun-phrase.ts';

/** Where a phrase becomes a clause. */
interface Place {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly readings: readonly Parse[];
}

/** The words of the phrase that goes. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

/**
 * A clause in place of a phrase, with its commas: before it inside a sentence, after it where the main clause goes on.
 * What belongs to the object («справку о доходах») stays within the clause; of what follows a clause right after the
 * verb it is not certain, unless the clause takes all. Undefined where the border is not certain.
 */
export function clauseIn(
  place: Place,
  { first, last }: Stretch,
  clause: string,
  takesAll = false,
): Replacement | undefined {
  const { document, sentence } = place;
  const { words } = sentence;
  const [head, tail] = [words[first], words[last]];
  if (head === undefined || tail === undefined) return undefined;
  const border = borderAfter(place, { first, last }, takesAll);
  if (border === undefined) return undefined;
  const rest = document.text.slice(tail.end, words[border]?.end ?? tail.end);
  // A comma after the clause, unless the sentence ends or a sign stands there.
  const next = words[border + 1];
  const between = next === undefined ? '.' : document.text.slice(words[border]?.end ?? 0, next.start);
  const comma = /^\s+$/.test(between) ? ',' : '';
  const before = words[first - 1];
  if (before === undefined) {
    const text = /^\p{Lu}/u.test(head.text) ? capitalize(clause) : clause;
    // A sentence of nothing but the purpose has no main clause.
    if (next === undefined) return undefined;
    return { start: head.start, end: words[border]?.end ?? tail.end, text: text + rest + comma };
  }
  const isJoint = ['CONJ', 'PRCL', 'PREP'].includes(place.readings[first - 1]?.partOfSpeech ?? '');
  if (isJoint || !adjacent(document, before, head)) return undefined;
  return {
    start: before.start,
    end: words[border]?.end ?? tail.end,
    text: `${before.text}, ${clause}${rest}${comma}`,
  };
}

const main: ReadonlySet<string> = new Set(['VERB', 'PRTS', 'ADJS', 'PRED', 'NPRO', 'CONJ', 'INFN']);

/** Prepositions of the object itself, wherever the phrase stands. */
const own = new Set(['о', 'об', 'за']);

/** How many words may belong to the object: «справку о доходах за последние три месяца». */
const reach = 8;

/** The last word of the clause: the main clause goes on after it, or the sentence ends. */
function borderAfter(
  { document, sentence, readings }: Place,
  { first, last }: Stretch,
  takesAll: boolean,
): number | undefined {
  const { words } = sentence;
  const afterVerb =
    !takesAll && ['VERB', 'INFN', 'PRED', 'ADJS'].includes(readings[first - 1]?.partOfSpeech ?? '');
  for (let at = last; at < last + reach; at++) {
    const next = words[at + 1];
    const reading = readings[at + 1];
    if (next === undefined || reading === undefined) return at;
    if (!adjacent(document, words[at], next)) {
      return /^\s*[,;:.)–—]/.test(document.text.slice(words[at]?.end, next.start)) ? at : undefined;
    }
    if (main.has(reading.partOfSpeech) && reading.partOfSpeech !== 'CONJ') return at;
    // «обратитесь для получения справки в отдел»: the place belongs to the main verb.
    if (reading.partOfSpeech === 'PREP' && afterVerb && !own.has(next.folded)) return undefined;
    // «чтобы получить справку и выписку»: what is joined to what is not said.
    if (reading.partOfSpeech === 'CONJ') return undefined;
    // A subject of the main clause.
    if (reading.grammemes & Grammeme.nomn && ['NOUN', 'ADJF', 'PRTF'].includes(reading.partOfSpeech))
      return at;
  }
  return undefined;
}
