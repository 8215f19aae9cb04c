import type { Node } from '@tiptap/pm/model';
import { suggestedBreak } from '../schema/suggestion.ts';
import type { VariableValue } from '../storage/record.ts';
import { suggesterOf } from '../suggestions/pieces.ts';

/** What the text of a letter needs to know of its variables. */
export interface Values {
  /** Grows with every change of a value: what was read out of a paragraph before is stale then. */
  readonly version: number;
  /** The text a variable stands for; undefined while nobody has filled it in. */
  textOf(name: string): string | undefined;
  valueOf(name: string): VariableValue | undefined;
}

/** A run of the block's text and the positions it stands for, counted from the beginning of the block. */
interface Segment {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** One node stands for the whole run: a range cannot begin or end inside it. */
  readonly atom: boolean;
}

/** A paragraph, heading or cell of a letter as the reader gets it. */
export interface Block extends BlockText {
  /** The position where it begins in the document. */
  readonly position: number;
  /** The position where it ends. */
  readonly limit: number;
}

/** What does not depend on where the block stands. */
interface BlockText {
  /** Values stand in place of variables; text under a flag that is off is left out. */
  readonly text: string;
  /** The names of the variables and flags in it, without those in text that is switched off. */
  readonly names: readonly string[];
  /** Those of them that have no value. */
  readonly unfilled: readonly string[];
  /** Where variables without a value stand in the text. */
  readonly blanks: readonly { readonly start: number; readonly name: string }[];
  readonly segments: readonly Segment[];
}

/** Stands for a variable without a value: to a linter it is something, and no word. */
const unknown = '\uFFFC';

/** Nodes of ProseMirror never change, so what was read out of one stays true until a value changes. */
const known = new WeakMap<Node, { version: number; values: Values; text: BlockText }>();

/** The text blocks of a letter, in order. */
export function blocksOf(document: Node, values: Values): Block[] {
  const blocks: Block[] = [];
  document.descendants((node, position) => {
    if (!node.isTextblock) return true;
    blocks.push({ ...textOf(node, values), position: position + 1, limit: position + 1 + node.content.size });
    return false;
  });
  return blocks;
}

/** The text of one block. */
export function textOf(node: Node, values: Values): BlockText {
  const before = known.get(node);
  if (before?.version === values.version && before.values === values) return before.text;
  const text = read(node, values);
  known.set(node, { version: values.version, values, text });
  return text;
}

function read(node: Node, values: Values): BlockText {
  const names: string[] = [];
  const unfilled: string[] = [];
  const blanks: { start: number; name: string }[] = [];
  const segments: Segment[] = [];
  let text = '';
  const add = (piece: string, from: number, to: number, atom: boolean) => {
    segments.push({ start: text.length, end: text.length + piece.length, from, to, atom });
    text += piece;
  };
  const walk = (parent: Node, offset: number) => {
    parent.forEach((child, childOffset) => {
      const from = offset + childOffset;
      const to = from + child.nodeSize;
      // The letter is read as if every suggestion were accepted; what is struck stands in the way of replacing letters.
      if (suggesterOf(child, 'deletion') !== undefined) add('', from, to, true);
      else if (child.isText) add((child.text ?? '').replaceAll(suggestedBreak, '\n'), from, to, false);
      else if (child.type.name === 'hardBreak') add('\n', from, to, true);
      else if (child.type.name === 'variable') {
        const value = values.textOf(child.attrs.name);
        names.push(child.attrs.name);
        if (value === undefined) {
          unfilled.push(child.attrs.name);
          blanks.push({ start: text.length, name: child.attrs.name });
        }
        add(value ?? unknown, from, to, true);
      } else if (child.type.name === 'condition') {
        names.push(child.attrs.flag);
        if (values.valueOf(child.attrs.flag) === true) walk(child, from + 1);
        else if (values.valueOf(child.attrs.flag) === undefined) unfilled.push(child.attrs.flag);
      }
    });
  };
  walk(node, 0);
  return { text, names: [...new Set(names)], unfilled: [...new Set(unfilled)], blanks, segments };
}

/** The text with `((name))` where a variable has no value. */
export function namedText({ text, blanks }: Pick<Block, 'text' | 'blanks'>): string {
  return blanks.reduceRight(
    (named, { start, name }) => `${named.slice(0, start)}((${name}))${named.slice(start + unknown.length)}`,
    text,
  );
}

/** The positions of a range of the block's text; a range that begins or ends inside an atom takes the whole atom. */
export function positionsOf(
  block: Block,
  start: number,
  end: number,
): { from: number; to: number } | undefined {
  const first = block.segments.find((segment) => segment.end > start) ?? block.segments.at(-1);
  const last = block.segments.findLast((segment) => segment.start < Math.max(end, start + 1));
  if (first === undefined || last === undefined) return undefined;
  const from = first.atom ? first.from : first.from + (start - first.start);
  const to = last.atom ? last.to : last.from + (end - last.start);
  return to < from ? undefined : { from: block.position + from, to: block.position + to };
}

/** Whether a range of the block's text lies in plain text alone, so that it can be changed letter by letter. */
export function isPlainRange(block: Block, start: number, end: number): boolean {
  return block.segments.every((segment) => !segment.atom || segment.end <= start || segment.start >= end);
}

/** Where a position of the document stands in the block's text; undefined when it is not in the block. */
export function offsetOf(block: Block, position: number): number | undefined {
  const inside = position - block.position;
  for (const { start, end, from, to, atom } of block.segments) {
    if (inside < from || inside > to) continue;
    if (!atom) return start + (inside - from);
    if (inside === from) return start;
    if (inside === to) return end;
  }
  return undefined;
}

/**
 * The position between two characters of the block's text. At the edge of a run there can be two: the one after the left
 * character, where its marks go on, and the one before the right character.
 */
export function positionAt(block: Block, offset: number, side: 'left' | 'right'): number | undefined {
  const left = block.segments.find((one) => one.start < offset && offset <= one.end);
  const right = block.segments.find((one) => one.start <= offset && offset < one.end);
  const segment = side === 'left' ? (left ?? right) : (right ?? left);
  if (segment === undefined) return undefined;
  if (!segment.atom) return block.position + segment.from + (offset - segment.start);
  return block.position + (offset === segment.start ? segment.from : segment.to);
}
