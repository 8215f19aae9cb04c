import type { Parse } from '@ponyatno/russian';
import { agree } from '../morphology/agreement.ts';
import type { Atom, Element, Pattern } from './pattern.ts';

/** What a pattern looks at in a word. */
export interface MatchWord {
  /** As `foldWord` leaves it. */
  readonly folded: string;
  /** Every dictionary form it can belong to, folded; see `lemmaKeys`. */
  readonly keys: ReadonlySet<string>;
  readonly parses: readonly Parse[];
  /** Number of its clause: `A & B` stand in one. */
  readonly clause?: number;
}

/** Where a pattern fits: for each of its words the index in the sentence, -1 for an optional word that is not there. */
export interface Match {
  readonly words: readonly number[];
  /** The first and the last word of the finding, without context. */
  readonly first: number;
  readonly last: number;
}

/** `A & B`: the two may be five words apart. */
const reach = 5;

/** Whether one of the atoms fits the word; `previous` is the word before it. */
export function fits(atoms: readonly Atom[], word: MatchWord, previous?: MatchWord): boolean {
  return atoms.some((atom) => atomFits(atom, word, previous));
}

function atomFits(atom: Atom, word: MatchWord, previous: MatchWord | undefined): boolean {
  if (atom.kind === 'lemma') return word.keys.has(atom.lemma);
  if (atom.kind === 'form') return word.folded === atom.form;
  const { partOfSpeech, has, lacks } = atom;
  if (lacks !== 0 && word.parses.some((parse) => (parse.grammemes & lacks) !== 0)) return false;
  const found = word.parses.filter(
    (parse) =>
      (partOfSpeech === undefined || parse.partOfSpeech === partOfSpeech) && (parse.grammemes & has) === has,
  );
  if (found.length === 0) return false;
  // A bare noun after an adjective is the noun that the adjective belongs to.
  if (partOfSpeech !== 'NOUN' || has !== 0 || previous === undefined) return true;
  const adjectives = previous.parses.filter(isAdjective);
  return adjectives.length === 0 || adjectives.some((one) => found.some((two) => agree(one, two)));
}

function isAdjective(parse: Parse): boolean {
  return parse.partOfSpeech === 'ADJF' || parse.partOfSpeech === 'PRTF';
}

/** The first way in which the elements fit from the word `start` on. */
export function matchFrom(
  elements: readonly Element[],
  words: readonly MatchWord[],
  start: number,
): number[] | undefined {
  return step(elements, words, 0, start, []);
}

function step(
  elements: readonly Element[],
  words: readonly MatchWord[],
  index: number,
  position: number,
  taken: readonly number[],
): number[] | undefined {
  const element = elements[index];
  if (element === undefined) return [...taken];
  for (let skipped = 0; skipped <= element.gap; skipped++) {
    const at = position + skipped;
    const word = words[at];
    if (word === undefined) break;
    const before = taken.findLast((one) => one >= 0);
    if (!fits(element.atoms, word, before === undefined ? undefined : words[before])) continue;
    const rest = step(elements, words, index + 1, at + 1, [...taken, at]);
    if (rest) return rest;
  }
  return element.optional ? step(elements, words, index + 1, position, [...taken, -1]) : undefined;
}

/** All places where a pattern fits, given the index of a word that its anchor fits. */
export function matchAround(
  pattern: Pattern,
  words: readonly MatchWord[],
  anchor: { readonly side: number; readonly element: number; readonly word: number },
): Match[] {
  const elements = pattern.sides[anchor.side] ?? [];
  const matches: Match[] = [];
  for (let start = anchor.word - longest(elements, anchor.element); start <= anchor.word; start++) {
    const taken = start < 0 ? undefined : matchFrom(elements, words, start);
    if (taken?.[anchor.element] !== anchor.word) continue;
    const other = pattern.sides[1 - anchor.side];
    if (other === undefined) {
      matches.push(toMatch(taken, elements));
      continue;
    }
    const second = nearest(other, words, taken);
    if (second === undefined) continue;
    const both = anchor.side === 0 ? [...taken, ...second] : [...second, ...taken];
    matches.push(toMatch(both, pattern.sides.flat()));
  }
  return matches;
}

function toMatch(words: readonly number[], elements: readonly Element[]): Match {
  const core = words.filter((word, index) => word >= 0 && elements[index]?.context !== true);
  return { words, first: Math.min(...core), last: Math.max(...core) };
}

/** How many words can stand before the element. */
function longest(elements: readonly Element[], index: number): number {
  const before = elements.slice(0, index).length;
  return elements.slice(0, index + 1).reduce((sum, element) => sum + element.gap, before);
}

/** The nearest place of the other side, before or after, without a word in common. */
function nearest(
  elements: readonly Element[],
  words: readonly MatchWord[],
  taken: readonly number[],
): number[] | undefined {
  const present = taken.filter((word) => word >= 0);
  const first = Math.min(...present);
  const last = Math.max(...present);
  let best: number[] | undefined;
  let distance = reach + 1;
  for (let start = Math.max(0, first - reach - elements.length); start <= last + reach; start++) {
    const found = matchFrom(elements, words, start);
    if (found === undefined) continue;
    const own = found.filter((word) => word >= 0);
    const gap = Math.max(Math.min(...own) - last, first - Math.max(...own));
    if (gap < 1 || gap >= distance || words[own[0] ?? 0]?.clause !== words[first]?.clause) continue;
    best = found;
    distance = gap;
  }
  return best;
}
