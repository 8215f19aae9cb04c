import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from 'docx';
import { isSalutation, layout } from './layout.ts';
import { type Cell, type LetterBlock, type Run, textOfRuns, type TextRun as Words } from './resolved.ts';
import { twips } from './units.ts';
import { xmlText } from './xml-text.ts';

/** Deeper lists look like the deepest: Word knows nine levels. */
const deepest = 8;
/** How far a level of a list stands in. */
const step = 7.5;

const belowTable = { before: 120 };

/** A list of the letter, for the numbering of the file. */
export interface ListUse {
  readonly reference: string;
  readonly level: number;
  /** The first number; undefined for dashes. */
  readonly start: number | undefined;
}

/** Where a block stands. */
interface Place {
  /** How many lists it is inside of. */
  readonly depth: number;
  /** How many quotes it is inside of. */
  readonly quotes: number;
  /** What every paragraph here has. */
  readonly look: IParagraphOptions;
}

/** Turns the blocks of a letter into those of a DOCX; collects the lists that the file has to number. */
export class DocxBlocks {
  readonly lists: ListUse[] = [];

  /** The text of a letter: its greeting stands in the middle. */
  letter(blocks: readonly LetterBlock[]): (Paragraph | Table)[] {
    return blocks.flatMap((block, index) => {
      const greets = index === 0 && block.kind === 'paragraph' && isSalutation(textOfRuns(block.runs));
      const afterTable = blocks[index - 1]?.kind === 'table';
      if (!greets)
        return this.#block(block, { depth: 0, quotes: 0, look: afterTable ? { spacing: belowTable } : {} });
      const look = { alignment: AlignmentType.CENTER, indent: { firstLine: 0 }, keepNext: true };
      return this.#block(block, { depth: 0, quotes: 0, look });
    });
  }

  #all(blocks: readonly LetterBlock[], place: Place): (Paragraph | Table)[] {
    return blocks.flatMap((block) => this.#block(block, place));
  }

  #block(block: LetterBlock, place: Place): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'paragraph':
        return [new Paragraph({ ...placed(place), ...place.look, children: children(block.runs) })];
      case 'heading':
        return [
          new Paragraph({
            ...placed(place),
            ...place.look,
            heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
            children: children(block.runs),
          }),
        ];
      case 'list':
        return this.#list(block.items, block.start, place);
      case 'quote':
        return this.#all(block.blocks, { ...place, quotes: place.quotes + 1 });
      case 'signature':
        return this.#all(block.blocks, {
          ...place,
          look: { ...place.look, indent: { firstLine: 0 }, alignment: AlignmentType.LEFT, keepLines: true },
        });
      case 'table':
        return [this.#table(block.rows)];
    }
  }

  #list(
    items: readonly (readonly LetterBlock[])[],
    start: number | undefined,
    place: Place,
  ): (Paragraph | Table)[] {
    const level = Math.min(place.depth, deepest);
    const reference = `list-${this.lists.length + 1}`;
    this.lists.push({ reference, level, start });
    return items.flatMap(([first, ...others]) => {
      const runs = first?.kind === 'paragraph' || first?.kind === 'heading' ? first.runs : [];
      const rest = runs.length === 0 && first && first.kind !== 'paragraph' ? [first, ...others] : others;
      return [
        new Paragraph({
          numbering: { reference, level, instance: 0 },
          spacing: { after: 40 },
          children: children(runs),
        }),
        ...this.#all(rest, { ...place, depth: place.depth + 1 }),
      ];
    });
  }

  #table(rows: readonly (readonly Cell[])[]): Table {
    const columns = Math.max(1, ...rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: Array.from({ length: columns }, () => Math.floor(twips(layout.textWidth) / columns)),
      layout: TableLayoutType.FIXED,
      rows: rows.map(
        (row, index) =>
          new TableRow({
            tableHeader: index === 0 && row.every(({ header }) => header),
            cantSplit: true,
            children: row.map((cell) => this.#cell(cell)),
          }),
      ),
    });
  }

  #cell({ header, columns, rows, blocks }: Cell): TableCell {
    const look: IParagraphOptions = {
      indent: { firstLine: 0 },
      alignment: AlignmentType.LEFT,
      spacing: { after: 0 },
      ...(header ? { keepNext: true } : {}),
    };
    const content = this.#all(header ? blocks.map(boldened) : blocks, { depth: 0, quotes: 0, look });
    return new TableCell({
      columnSpan: columns,
      rowSpan: rows,
      margins: { left: twips(2), right: twips(2), top: twips(1), bottom: twips(1) },
      children: content.length > 0 ? content : [new Paragraph({})],
    });
  }
}

/** The words of a header cell are bold, as on the screen. */
function boldened(block: LetterBlock): LetterBlock {
  if (block.kind !== 'paragraph') return block;
  return { ...block, runs: block.runs.map((run) => (run.kind === 'text' ? { ...run, bold: true } : run)) };
}

/** Inside lists and quotes the text stands in, without an indented first line. */
function placed({ depth, quotes }: Place): IParagraphOptions {
  if (depth === 0 && quotes === 0) return {};
  const left = depth * step + (depth > 0 ? layout.indent - step : 0) + quotes * layout.indent;
  const border = { style: BorderStyle.SINGLE, size: 6, color: '808080', space: 8 };
  return {
    indent: { left: twips(left), firstLine: 0 },
    ...(quotes > 0 ? { border: { left: border } } : {}),
  };
}

/** Where the levels of lists stand in. */
export function listIndent(level: number): { left: number; hanging: number } {
  return { left: twips(layout.indent + level * step), hanging: twips(step) };
}

function children(runs: readonly Run[]): ParagraphChild[] {
  return runs.map((run) => {
    if (run.kind === 'break') return new TextRun({ break: 1 });
    if (run.href === undefined) return words(run);
    return new ExternalHyperlink({ link: run.href, children: [words(run)] });
  });
}

function words({ text, bold, italic, underline, href, missing }: Words): TextRun {
  const isLink = href !== undefined;
  return new TextRun({
    text: xmlText(text),
    // Said only where it is so: a style of its own, such as a heading's, is not taken back.
    ...(bold || missing ? { bold: true } : {}),
    ...(italic ? { italics: true } : {}),
    ...(underline || isLink ? { underline: { type: UnderlineType.SINGLE } } : {}),
    ...(isLink ? { color: '0B4F8A' } : {}),
    ...(missing ? { highlight: 'yellow' } : {}),
  });
}
