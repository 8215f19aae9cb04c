import { type Dictionary, foldWord } from '@ponyatno/russian';
import type { KnownWords } from '../words/known.ts';
import { type Edit, editsOf, likelyEdits } from './edits.ts';
import { splitsOf } from './splits.ts';

/** A word that may be meant; the lower the cost, the likelier. */
export type Suggestion = Edit;

/** So many are shown. */
const most = 5;
/** A second slip in a word is less likely than the first. */
const secondSlip = 0.35;
/** What is so much worse than the best is noise. */
const spread = 0.9;

/** Words that may be meant by an unknown one in small letters, best first; none when nothing is near. */
export function suggest(
  dictionary: Dictionary,
  known: KnownWords,
  word: string,
  inText: ReadonlySet<string>,
): Suggestion[] {
  const found = new Map<string, number>();
  const add = (candidate: string, slip: number) => {
    const cost = slip + strangeness(dictionary, known, candidate, inText);
    if (cost < (found.get(candidate) ?? Number.POSITIVE_INFINITY)) found.set(candidate, cost);
  };
  for (const { word: near, cost } of editsOf(word)) if (isWord(dictionary, known, near)) add(near, cost);
  for (const { word: split, cost } of splitsOf(dictionary, word)) add(split, cost);
  if (found.size === 0 && word.length > 4)
    for (const { word: near, cost } of twice(word)) if (dictionary.has(near)) add(near, cost + secondSlip);
  const ranked = [...found]
    .map(([near, cost]) => ({ word: near, cost }))
    .toSorted((one, two) => one.cost - two.cost);
  const best = ranked[0]?.cost ?? 0;
  return ranked.filter(({ cost }) => cost <= best + spread).slice(0, most);
}

/** How many spellings with two slips are looked up at most. */
const mostPairs = 6_000;

function* twice(word: string): Generator<Edit> {
  const seen = new Set([word]);
  let count = 0;
  for (const first of likelyEdits(word)) {
    if (seen.has(first.word)) continue;
    seen.add(first.word);
    for (const second of likelyEdits(first.word)) {
      if (count++ > mostPairs) return;
      yield { word: second.word, cost: first.cost + second.cost };
    }
  }
}

function isWord(dictionary: Dictionary, known: KnownWords, word: string): boolean {
  return dictionary.has(word) || known.hasOwn(word);
}

const rare = /\b(?:Arch|Slng|Infr|Dist|Erro|V-ie|V-be|V-ey|Litr|Vpre|Poss)\b/;
const name = /\b(?:Name|Surn|Patr|Geox|Orgn|Trad|Init|Abbr)\b/;

/** How unlikely it is that an official text has the word: what only one dictionary knows, names, slang. */
function strangeness(
  dictionary: Dictionary,
  known: KnownWords,
  candidate: string,
  inText: ReadonlySet<string>,
): number {
  if (/[ -]/.test(candidate)) return 0;
  if (inText.has(foldWord(candidate)) || known.hasOwn(candidate)) return -0.35;
  const parses = dictionary.parse(candidate);
  let cost = known.hasSpelled(candidate) ? 0 : 0.35;
  if (parses.every(({ tag }) => rare.test(tag))) cost += 0.4;
  if (parses.every(({ tag }) => name.test(tag))) cost += 0.6;
  if (candidate.length < 3) cost += 0.4;
  return cost;
}
