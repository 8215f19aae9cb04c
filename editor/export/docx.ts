import {
  AlignmentType,
  BorderStyle,
  Document,
  FrameAnchorType,
  Header,
  HeightRule,
  HorizontalPositionAlign,
  type IParagraphOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalPositionAlign,
  WidthType,
} from 'docx';
import type { Signer } from '../storage/event.ts';
import { DocxBlocks, type ListUse, listIndent } from './docx-blocks.ts';
import { layout } from './layout.ts';
import type { Requisites } from './requisites.ts';
import type { LetterBlock } from './resolved.ts';
import { twips } from './units.ts';
import { xmlText } from './xml-text.ts';

/** A letter with everything that stands around it. */
export interface Sheet {
  /** What the file calls itself. */
  readonly title: string;
  readonly requisites: Requisites;
  readonly blocks: readonly LetterBlock[];
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
/** Where the number and the date are written when the letter is registered. */
const blankLine = '_____________';

/** Writes a letter as a file of Word, laid out by ГОСТ Р 7.0.97-2016. */
export function letterDocx({ title, requisites, blocks }: Sheet): Promise<Buffer> {
  const text = new DocxBlocks();
  const body = text.letter(blocks);
  const { margins, page, pageNumberFromTop } = layout;
  const document = new Document({
    title: xmlText(title),
    creator: xmlText(requisites.agency),
    styles,
    numbering: { config: text.lists.map(numbering) },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              left: twips(margins.left),
              right: twips(margins.right),
              top: twips(margins.top),
              bottom: twips(margins.bottom),
              header: twips(pageNumberFromTop),
              footer: twips(10),
            },
          },
        },
        headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [] }) },
        children: [
          head(requisites),
          ...(requisites.heading === '' ? [] : [heading(requisites.heading)]),
          ...body,
          ...(requisites.signer === undefined ? [] : [plain({}), signature(requisites.signer)]),
          ...requisites.executor.map(executorLine),
          // A file must not end with a frame or a table.
          new Paragraph({ spacing: { after: 0, line: 20, lineRule: LineRuleType.EXACT } }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const halfPoints = (points: number) => points * 2;

const styles = {
  default: {
    document: {
      run: { font: layout.font, size: halfPoints(layout.fontSize), language: { value: 'ru-RU' } },
      paragraph: {
        alignment: AlignmentType.BOTH,
        indent: { firstLine: twips(layout.indent) },
        spacing: {
          line: Math.round(240 * layout.lineSpacing),
          lineRule: LineRuleType.AUTO,
          after: layout.paragraphGap * 20,
        },
      },
    },
    heading2: headingStyle(layout.fontSize + 1),
    heading3: headingStyle(layout.fontSize),
  },
};

function headingStyle(points: number) {
  return {
    run: { bold: true, size: halfPoints(points), color: '000000', font: layout.font },
    paragraph: { keepNext: true, alignment: AlignmentType.LEFT, spacing: { before: 160, after: 80 } },
  };
}

function numbering({ reference, level: used, start }: ListUse) {
  return {
    reference,
    levels: Array.from({ length: 9 }, (_, level) => ({
      level,
      format: start === undefined ? LevelFormat.BULLET : LevelFormat.DECIMAL,
      text: start === undefined ? '–' : `%${level + 1}.`,
      start: level === used ? (start ?? 1) : 1,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: listIndent(level) }, run: { font: layout.font } },
    })),
  };
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { firstLine: 0 },
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}

/** A paragraph without what belongs to the text: no indent, no distance. */
function plain(
  options: IParagraphOptions & { readonly lines?: readonly string[]; readonly points?: number },
) {
  const { lines = [], points = layout.fontSize, ...rest } = options;
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    indent: { firstLine: 0 },
    spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
    ...rest,
    children: lines.map(
      (line, index) =>
        new TextRun({
          text: xmlText(line),
          size: halfPoints(points),
          ...(index > 0 ? { break: 1 } : {}),
        }),
    ),
  });
}

/** The head in the corner: who writes on the left (5, 8, 10–12), to whom on the right (15). */
function head({ agency, details, incoming, addressee }: Requisites): Table {
  const left = [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      indent: { firstLine: 0 },
      spacing: { after: 80, line: 240 },
      children: [new TextRun({ text: xmlText(agency), bold: true })],
    }),
    ...details.map((line) =>
      plain({ lines: [line], points: layout.smallSize, alignment: AlignmentType.CENTER }),
    ),
    plain({ lines: [`${blankLine} № ${blankLine}`], spacing: { before: 160, after: 0 } }),
    plain({
      lines: [`На № ${incoming.number || blankLine} от ${incoming.date || blankLine}`],
      spacing: { before: 80, after: 0 },
    }),
  ];
  const right = addressee.map((line) => plain({ lines: [line], spacing: { after: 60, line: 240 } }));
  return columns([left, right.length > 0 ? right : [plain({})]], [82, 12, 76], VerticalAlignTable.TOP);
}

/** Columns without borders; the second width is the space between them. */
function columns(
  cells: readonly [readonly Paragraph[], readonly Paragraph[]],
  [left, gap, right]: readonly [number, number, number],
  verticalAlign: (typeof VerticalAlignTable)[keyof typeof VerticalAlignTable],
): Table {
  const contents = [cells[0], [plain({})], cells[1]];
  const widths = [left, gap, right].map(twips);
  return new Table({
    width: { size: twips(layout.textWidth), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: contents.map(
          (children, index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              verticalAlign,
              borders: noBorders,
              margins: { left: 0, right: 0 },
              children: [...children],
            }),
        ),
      }),
    ],
  });
}

function heading(text: string): Paragraph {
  return plain({
    lines: [text],
    indent: { firstLine: 0, right: twips(88) },
    spacing: { before: 240, after: 240 },
  });
}

/** Post, place for the signature, name (22). */
function signature({ post, name }: Signer): Table {
  return columns(
    [[plain({ lines: [post] })], [plain({ lines: [name], alignment: AlignmentType.RIGHT })]],
    [80, 40, 50],
    VerticalAlignTable.BOTTOM,
  );
}

/** The executor's lines stand at the foot of the last page, at the left margin (25): a frame on the lower margin. */
function executorLine(line: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    indent: { firstLine: 0 },
    spacing: { after: 0, line: 240 },
    frame: {
      type: 'alignment',
      width: twips(90),
      height: 0,
      rule: HeightRule.AUTO,
      anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
      alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
    },
    children: [new TextRun({ text: xmlText(line), size: halfPoints(layout.smallSize) })],
  });
}
