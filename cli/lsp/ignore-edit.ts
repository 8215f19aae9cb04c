import { parseMarkdown, type ReportMessage, ruleIds } from '@ponyatno/lint-rules';
import type { SourceFile } from '#linting';

/** Text to be put in at a place. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * A mark that asks to pass over a finding. Its reason is left empty: only the writer knows it, and a mark without a reason
 * is reported until it is written. Undefined where marks cannot stand.
 */
export function ignoreEdit({ source, format }: SourceFile, message: ReportMessage): Insertion | undefined {
  if (!ruleIds.some((id) => id === message.rule)) return undefined;
  if (format === 'mdx') return inFields(source, message);
  return format === 'md' ? inComment(source, message) : undefined;
}

/** Before its block, on a line of its own; inside a list or a table after the words, where it begins no block. */
function inComment(source: string, { rule, start, end }: ReportMessage): Insertion | undefined {
  const mark = `<!-- ponyatno ignore ${rule}: -->`;
  const block = parseMarkdown(source).tree.children.find(
    ({ position }) => (position?.start.offset ?? 0) <= start && start < (position?.end.offset ?? 0),
  );
  if (block?.type === 'paragraph' || block?.type === 'heading')
    return { at: block.position?.start.offset ?? 0, text: `${mark}${newline(source)}` };
  return block === undefined || block.type === 'yaml' ? undefined : { at: end, text: ` ${mark}` };
}

/** MDX has no comments: a page names the rule in its front matter, with the words it speaks of. */
function inFields(source: string, { rule, actual }: ReportMessage): Insertion | undefined {
  const end = newline(source);
  const words = actual.replace(/\s+/g, ' ').slice(0, 60).replaceAll("'", "''");
  const item = [`  - ignore: ${rule}`, `    words: '${words}'`, "    reason: ''", ''].join(end);
  const front = /^---\r?\n([\s\S]*?\r?\n)?---(?:\r?\n|$)/.exec(source);
  if (!front) return { at: 0, text: ['---', `lint:${end}${item}---`, '', ''].join(end) };
  const list = /^lint:[ \t]*\r?\n(?=[ ]{2}- )/m.exec(front[0]);
  if (list) return { at: list.index + list[0].length, text: item };
  if (/^lint:/m.test(front[0])) return undefined;
  return { at: front[0].lastIndexOf('---'), text: `lint:${end}${item}` };
}

function newline(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}
