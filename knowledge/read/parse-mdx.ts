import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';

type VFileMessage = VFile['messages'][number];

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** What is wrong with the markup, by offset in the body. */
export interface MarkupError {
  readonly offset: number;
  readonly message: string;
}

/** Errors of one page that are looked for before giving up: after so many the page needs a rewrite, not a list. */
const maxErrors = 50;

/**
 * Parses a body as MDX. The parser itself stops at the first error; here the faulty piece is blanked out, letter for
 * letter, and the rest is read on, so that all errors are reported at once and no offset moves.
 */
export function parseMdx(body: string): { tree: Root | undefined; errors: MarkupError[] } {
  const errors: MarkupError[] = [];
  let text = body;
  while (errors.length < maxErrors) {
    try {
      return { tree: parser.parse(text), errors };
    } catch (error) {
      if (!isMessage(error)) throw error;
      const fault = locateFault(error, text);
      errors.push({ offset: fault.start, message: fault.message });
      if (fault.end === undefined) return { tree: undefined, errors };
      text = blank(text, fault.start, fault.end);
    }
  }
  return { tree: undefined, errors };
}

interface Fault {
  start: number;
  /** End of the piece that can be blanked out; undefined when the rest cannot be read. */
  end: number | undefined;
  message: string;
}

function locateFault(error: VFileMessage, text: string): Fault {
  const offset = offsetOf(error, text);
  if (error.source === 'micromark-extension-mdxjs-esm') return esmFault(text, offset);
  if (error.source === 'micromark-extension-mdx-expression') return expressionFault(text, offset);
  if (error.source === 'micromark-extension-mdx-jsx') return angleFault(text, offset);
  return { start: offset, end: undefined, message: tagMessage(error.reason) };
}

function esmFault(text: string, offset: number): Fault {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const blankLine = text.indexOf('\n\n', offset);
  return { start, end: blankLine < 0 ? text.length : blankLine, message: esmMessage };
}

function expressionFault(text: string, offset: number): Fault {
  const opening = text.lastIndexOf('{', offset);
  const start = opening < 0 ? offset : opening;
  return { start, end: closingBrace(text, start), message: expressionMessage };
}

function angleFault(text: string, offset: number): Fault {
  const opening = text.lastIndexOf('<', offset);
  const start = opening < 0 ? offset : opening;
  const message =
    'Знак «<» начинает компонент, но компонент записан неверно. Если это знак «меньше», напишите словами или «&lt;»; значения полей компонента берут в прямые кавычки.';
  return { start, end: opening < 0 ? undefined : opening + 1, message };
}

/** What is said about JavaScript in a page. */
export const esmMessage =
  'Строка начинается с import или export: программ на страницах не бывает. Уберите её; компоненты доступны и так.';
/** What is said about an expression in braces. */
export const expressionMessage =
  'Выражений в фигурных скобках на страницах не бывает. Переменную письма пишут ((так)), значение профиля – <Value path="…" />, саму скобку – «\\{».';

function tagMessage(reason: string): string {
  const [, name] = /`<\/?([^`>\s]*)/.exec(reason) ?? [];
  if (!name)
    return 'Разметка не разобрана. Проверьте, что все компоненты закрыты и стоят на отдельных строках.';
  return `Компонент <${name}> закрыт не там, где открыт. Проверьте «<${name}>» и «</${name}>»: у длинного текста каждая из них стоит на своей строке.`;
}

function closingBrace(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    if (text[index] === '{') depth++;
    if (text[index] === '}' && --depth === 0) return index + 1;
  }
  return Math.min(text.length, start + 1);
}

function isMessage(error: unknown): error is VFileMessage {
  return error instanceof Error && 'reason' in error && 'ruleId' in error;
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, ' ') + text.slice(end);
}

function offsetOf(error: VFileMessage, text: string): number {
  const place = error.place;
  const point = place && ('start' in place ? place.start : place);
  if (point?.offset !== undefined) return point.offset;
  if (!point) return text.length;
  const lines = text.split('\n').slice(0, point.line - 1);
  return lines.reduce((sum, line) => sum + line.length + 1, 0) + point.column - 1;
}
