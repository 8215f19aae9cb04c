// The letter as its reader gets it: values in place of variables, nothing that is switched off. One tree for every way out.
import type { Mark, Node } from '@tiptap/pm/model';
import { agreedLetter } from '../suggestions/agreed.ts';
import type { Values } from '../text/blocks.ts';

/** Words with one look. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly href?: string;
  /** Stands for a value that nobody has filled in. */
  readonly missing: boolean;
}

export type Run = TextRun | { readonly kind: 'break' };

export interface Cell {
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly blocks: readonly LetterBlock[];
}

export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly runs: readonly Run[] }
  | {
      readonly kind: 'list';
      /** The number of the first item; undefined for a list without numbers. */
      readonly start: number | undefined;
      readonly items: readonly (readonly LetterBlock[])[];
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'quote' | 'signature'; readonly blocks: readonly LetterBlock[] };

/** Resolves a letter; what is only suggested is no part of it. Paragraphs without words are no part of it: what they are for, distance, the layout gives. */
export function resolvedBlocks(document: Node, values: Values): LetterBlock[] {
  return blocksIn(agreedLetter(document), values).filter((block) => !isEmpty(block));
}

function blocksIn(parent: Node, values: Values): LetterBlock[] {
  return parent.children.flatMap((child) => resolvedBlock(child, values) ?? []);
}

function resolvedBlock(node: Node, values: Values): LetterBlock | undefined {
  const filled = (parent: Node) => blocksIn(parent, values).filter((block) => !isEmpty(block));
  switch (node.type.name) {
    case 'heading':
      return { kind: 'heading', level: node.attrs.level === 3 ? 3 : 2, runs: runsOf(node, values) };
    case 'bulletList':
    case 'orderedList':
      return {
        kind: 'list',
        start: node.type.name === 'orderedList' ? Number(node.attrs.start ?? 1) : undefined,
        items: node.children.map((item) => itemBlocks(blocksIn(item, values))),
      };
    case 'table':
      return { kind: 'table', rows: rowsOf(node, values) };
    case 'blockquote':
      return { kind: 'quote', blocks: filled(node) };
    case 'signature':
      return { kind: 'signature', blocks: filled(node) };
    default:
      return node.isTextblock ? { kind: 'paragraph', runs: runsOf(node, values) } : undefined;
  }
}

/** The first paragraph of an item carries its mark, so it stays when it is empty. */
function itemBlocks([first, ...others]: readonly LetterBlock[]): LetterBlock[] {
  return [first ?? { kind: 'paragraph', runs: [] }, ...others.filter((block) => !isEmpty(block))];
}

function rowsOf(table: Node, values: Values): Cell[][] {
  return table.children
    .filter(({ childCount }) => childCount > 0)
    .map((row) =>
      row.children.map((cell) => ({
        header: cell.type.name === 'tableHeader',
        columns: Math.max(1, Number(cell.attrs.colspan ?? 1)),
        rows: Math.max(1, Number(cell.attrs.rowspan ?? 1)),
        blocks: blocksIn(cell, values),
      })),
    );
}

function isEmpty(block: LetterBlock): boolean {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.runs.every((run) => run.kind === 'break' || run.text.trim() === '');
    case 'list':
      return block.items.every((item) => item.every(isEmpty));
    case 'table':
      return block.rows.length === 0;
    default:
      return block.blocks.length === 0;
  }
}

/** The runs of one block; text that is switched off leaves no double space and no space at the edge of a line. */
function runsOf(node: Node, values: Values): Run[] {
  const runs: Run[] = [];
  let switchedOff = false;
  const walk = (parent: Node) => {
    for (const child of parent.children) {
      if (child.type.name === 'hardBreak') runs.push({ kind: 'break' });
      else if (child.type.name === 'variable') {
        const name = String(child.attrs.name);
        const value = values.textOf(name);
        runs.push(...textRuns(value ?? `((${name}))`, child.marks, value === undefined));
      } else if (child.type.name === 'condition') {
        if (values.valueOf(String(child.attrs.flag)) === true) walk(child);
        else switchedOff = true;
      } else if (child.isText) runs.push(...textRuns(child.text ?? '', child.marks, false));
      else if (child.isLeaf)
        runs.push(...textRuns(child.type.spec.leafText?.(child) ?? '', child.marks, false));
      else walk(child);
    }
  };
  walk(node);
  return switchedOff ? tidied(runs) : runs;
}

/** A value may have lines of its own. */
function textRuns(text: string, marks: readonly Mark[], missing: boolean): Run[] {
  const has = (name: string) => marks.some(({ type }) => type.name === name);
  const href = marks.find(({ type }) => type.name === 'link')?.attrs.href;
  const look = { bold: has('bold'), italic: has('italic'), underline: has('underline'), missing };
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index): Run[] => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      ...(line === ''
        ? []
        : [{ kind: 'text', text: line, ...look, ...(typeof href === 'string' ? { href } : {}) } as const]),
    ]);
}

/** Cuts the spaces out that text leaves behind when it is switched off, in whichever run they stand. */
function tidied(runs: readonly Run[]): Run[] {
  const whole = runs.map((run) => (run.kind === 'break' ? '\n' : run.text)).join('');
  const cuts = [...whole.matchAll(/(?<= ) +|^ +| +$/gm)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
  let at = 0;
  return runs.flatMap((run): Run[] => {
    const start = at;
    at += run.kind === 'break' ? 1 : run.text.length;
    if (run.kind === 'break') return [run];
    const text = [...run.text.matchAll(/./gsu)]
      .filter(({ index }) => !cuts.some(({ from, to }) => from <= start + index && start + index < to))
      .map(([character]) => character)
      .join('');
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** The words of a block's runs, lines apart. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === 'break' ? '\n' : run.text)).join('');
}

/** The words of every paragraph of the letter, in order. */
export function paragraphTexts(blocks: readonly LetterBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return [textOfRuns(block.runs)];
      case 'list':
        return block.items.flatMap(paragraphTexts);
      case 'table':
        return block.rows.flatMap((row) => row.flatMap((cell) => paragraphTexts(cell.blocks)));
      default:
        return paragraphTexts(block.blocks);
    }
  });
}
