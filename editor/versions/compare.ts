import { diffArrays } from 'diff';

/** A run of words that both versions have, or only one of them. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A paragraph of the comparison. */
export interface ComparedBlock {
  readonly kind: 'same' | 'changed' | 'removed' | 'added';
  readonly runs: readonly WordRun[];
}

/** Paragraphs this unlike are two paragraphs and not one that was rewritten. */
const leastLikeness = 0.3;
/** Beyond so many pairs the paragraphs are paired in their order. */
const mostPairs = 10_000;

const segmenter = new Intl.Segmenter('ru', { granularity: 'word' });

/** Compares two letters: paragraph by paragraph, and word by word in those that were rewritten. */
export function compareTexts(before: readonly string[], after: readonly string[]): ComparedBlock[] {
  const blocks: ComparedBlock[] = [];
  let removed: readonly string[] = [];
  const settle = (added: readonly string[]) => {
    blocks.push(...alignedBlocks(removed, added));
    removed = [];
  };
  for (const change of diffArrays([...before], [...after])) {
    if (change.removed) {
      if (removed.length > 0) settle([]);
      removed = change.value;
    } else if (change.added) settle(change.value);
    else {
      settle([]);
      blocks.push(...change.value.map((text) => ({ kind: 'same', runs: [{ kind: 'same', text }] }) as const));
    }
  }
  settle([]);
  return blocks;
}

/** Compares two paragraphs word by word; a space between two changed words changes with them. */
export function compareWords(before: string, after: string): WordRun[] {
  const words = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
  const runs: WordRun[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') runs.push({ kind: 'removed', text: removed });
    if (added !== '') runs.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  const changes = diffArrays(words(before), words(after));
  for (const [index, { value, removed: isRemoved, added: isAdded }] of changes.entries()) {
    const text = value.join('');
    if (isRemoved) removed += text;
    else if (isAdded) added += text;
    else if (/^\s+$/.test(text) && removed !== '' && added !== '' && index + 1 < changes.length) {
      removed += text;
      added += text;
    } else {
      flush();
      runs.push({ kind: 'same', text });
    }
  }
  flush();
  return runs;
}

function alignedBlocks(before: readonly string[], after: readonly string[]): ComparedBlock[] {
  const blocks: ComparedBlock[] = [];
  const alone = (kind: 'removed' | 'added', texts: readonly string[]) =>
    blocks.push(...texts.map((text) => ({ kind, runs: [{ kind, text }] })));
  let [left, right] = [0, 0];
  for (const [one, other] of [...pairsOf(before, after), [before.length, after.length] as const]) {
    alone('removed', before.slice(left, one));
    alone('added', after.slice(right, other));
    const [old, young] = [before[one], after[other]];
    if (old !== undefined && young !== undefined)
      blocks.push({ kind: 'changed', runs: compareWords(old, young) });
    [left, right] = [one + 1, other + 1];
  }
  return blocks;
}

/** Which paragraphs are the same one rewritten: in their order, as like each other as can be. */
function pairsOf(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  if (before.length * after.length > mostPairs)
    return before.slice(0, after.length).map((_, index) => [index, index] as const);
  const bags = (texts: readonly string[]) => texts.map(bagOf);
  const [olds, youngs] = [bags(before), bags(after)];
  // best[one][other]: the likeness of everything from there on.
  const best = olds.concat(new Map()).map(() => youngs.concat(new Map()).map(() => 0));
  const likenesses = olds.map((old) => youngs.map((young) => likeness(old, young)));
  const at = (one: number, other: number) => best[one]?.[other] ?? 0;
  const paired = (one: number, other: number) => {
    const like = likenesses[one]?.[other] ?? 0;
    return like < leastLikeness ? 0 : like + at(one + 1, other + 1);
  };
  for (let one = olds.length - 1; one >= 0; one -= 1)
    for (let other = youngs.length - 1; other >= 0; other -= 1) {
      const row = best[one];
      if (row) row[other] = Math.max(at(one + 1, other), at(one, other + 1), paired(one, other));
    }
  const pairs: (readonly [number, number])[] = [];
  let [one, other] = [0, 0];
  while (one < olds.length && other < youngs.length) {
    const value = at(one, other);
    if (value > 0 && value === paired(one, other)) {
      pairs.push([one, other]);
      [one, other] = [one + 1, other + 1];
    } else if (value === at(one + 1, other)) one += 1;
    else other += 1;
  }
  return pairs;
}

function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const { segment, isWordLike } of segmenter.segment(text.toLowerCase()))
    if (isWordLike) bag.set(segment, (bag.get(segment) ?? 0) + 1);
  return bag;
}

/** From 0 to 1: how many words two paragraphs share (Dice). */
function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const sizeOf = (bag: ReadonlyMap<string, number>) =>
    [...bag.values()].reduce((sum, count) => sum + count, 0);
  const shared = [...one].reduce((sum, [word, count]) => sum + Math.min(count, other.get(word) ?? 0), 0);
  const whole = sizeOf(one) + sizeOf(other);
  return whole === 0 ? 0 : (2 * shared) / whole;
}
