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
      // Some half-written tags make the parser itself stumble (an unclosed tag over a «-» line): still a fault of the page.
      const fault = isMessage(error) ? locateFault(error, text) : unreadable;
      errors.push({ offset: fault.start, message: fault.message });
      if (fault.end === undefined) return { tree: undefined, errors };
      const rest = blank(text, fault.start, fault.end);
      if (rest === text) return { tree: undefined, errors };
      text = rest;
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

const unreadable: Fault = {
  start: 0,
  end: undefined,
  message:
    'Разметка страницы не разобрана. Проверьте, что каждый компонент закрыт и длинные стоят на отдельных строках, отделённых пустыми.',
};

function locateFault(error: VFileMessage, text: string): Fault {
  const offset = offsetOf(error, text);
  if (error.source === 'micromark-extension-mdxjs-esm') return esmFault(text, offset);
  if (error.source === 'micromark-extension-mdx-expression') return expressionFault(text, offset);
  if (error.source === 'micromark-extension-mdx-jsx') return angleFault(text, offset);
  return tagFault(error.reason, text, offset);
}

/** The parser complains where it gave up, often at the end of the file; the fault is the line that began it. */
function esmFault(text: string, offset: number): Fault {
  const starts = [...text.slice(0, offset + 1).matchAll(/^(?:import|export)\b/gm)];
  const start = starts.at(-1)?.index ?? text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const blankLine = text.indexOf('\n\n', start);
  return { start, end: blankLine < 0 ? text.length : blankLine, message: esmMessage };
}

function expressionFault(text: string, offset: number): Fault {
  const opening = text.lastIndexOf('{', offset);
  const start = opening < 0 ? offset : opening;
  return { start, end: closingBrace(text, start), message: expressionMessage };
}

function angleFault(text: string, offset: number): Fault {
  const opening = text.lastIndexOf('<', offset);
  if (opening < 0) return { start: offset, end: undefined, message: angleMessage };
  const rest = text.slice(opening);
  const [comment] = /^<!--[\s\S]*?(?:-->|$)/.exec(rest) ?? [];
  if (comment !== undefined)
    return {
      start: opening,
      end: opening + comment.length,
      message: 'Примечаний «<!-- -->» на страницах не бывает. Уберите его: всё на странице видит читатель.',
    };
  const address = /^<(?:https?:|mailto:|[\w.+-]+@)/.test(rest);
  const message = address
    ? 'Адрес в «<…>» здесь не работает. Ссылку пишут так: [текст](адрес).'
    : angleMessage;
  return { start: opening, end: opening + 1, message };
}

const angleMessage =
  'Знак «<» начинает компонент, но компонент записан неверно. Если это знак «меньше», напишите словами или «&lt;»; значения полей компонента берут в прямые кавычки.';

/** What is said about JavaScript in a page. */
export const esmMessage =
  'Строка начинается с import или export: программ на страницах не бывает. Уберите её; компоненты доступны и так.';
/** What is said about an expression in braces. */
export const expressionMessage =
  'Выражений в фигурных скобках на страницах не бывает. Переменную письма пишут ((так)), значение профиля — <Value path="…" />, саму скобку — «\\{».';

/** A tag without its other half: the opening one is shown, because that is where the author looks. */
function tagFault(reason: string, text: string, offset: number): Fault {
  const [, opened, line, column] = /`<([^`>\s/]+)[^`]*>` \((\d+):(\d+)/.exec(reason) ?? [];
  const [, closed] = /`<\/([^`>\s]+)>`/.exec(reason) ?? [];
  const name = opened ?? closed;
  const start = line === undefined ? offset : offsetAt(text, { line: Number(line), column: Number(column) });
  const message =
    name === undefined
      ? unreadable.message
      : `Компонент <${name}> закрыт не там, где открыт. Проверьте «<${name}>» и «</${name}>»: у длинного текста каждая из них стоит на своей строке.`;
  return { start, end: undefined, message };
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
  return point ? offsetAt(text, point) : text.length;
}

function offsetAt(text: string, { line, column }: { line: number; column: number }): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}
