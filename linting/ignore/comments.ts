import { parseMarkdown, type Span } from '@ponyatno/lint-rules';
import { checkMark, fault, type Mark } from './mark.ts';

type Node =
  | ReturnType<typeof parseMarkdown>['tree']
  | ReturnType<typeof parseMarkdown>['tree']['children'][number];

const comment = /<!--\s*ponyatno\b([\s\S]*?)-->/g;
const grammar =
  /^\s*ignore\s+(?<rules>[\w-]+(?:\s*,\s*[\w-]+)*)(?:\s+until\s+(?<until>[^\s:]+))?\s*(?::(?<reason>[\s\S]*))?$/;

/**
 * Marks in Markdown: `<!-- ponyatno ignore passive until 2027-01-31: why -->`. A mark on a line of its own speaks of the
 * block after it, a mark within a paragraph of that paragraph.
 */
export function marksInComments(source: string): Mark[] {
  if (!source.includes('<!--')) return [];
  return marksIn(parseMarkdown(source).tree, source, undefined);
}

function marksIn(node: Node, source: string, block: Span | undefined): Mark[] {
  if (!('children' in node)) return [];
  const own = spanOf(node);
  const inner =
    node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' ? own : block;
  return node.children.flatMap((child, index) => {
    if (child.type !== 'html') return marksIn(child, source, inner);
    const place = spanOf(child);
    const next = node.children.slice(index + 1).find(({ type }) => type !== 'html');
    const scope = inner ?? { start: place.start, end: next ? spanOf(next).end : place.end };
    return [...source.slice(place.start, place.end).matchAll(comment)].map(
      ({ index: at, 0: whole, 1: text = '' }) =>
        markOf(text, { start: place.start + at, end: place.start + at + whole.length }, scope, source),
    );
  });
}

function markOf(text: string, place: Span, scope: Span, source: string): Mark {
  const found = grammar.exec(text)?.groups;
  if (!found)
    return fault(
      'ignore-invalid',
      'error',
      place,
      source,
    )(
      'Пометка записана неверно. Пишется так: <!-- ponyatno ignore passive until 2027-01-31: причина -->; срок можно не указывать.',
    );
  const rules = (found.rules ?? '').split(',').map((rule) => rule.trim());
  return checkMark(
    { ...place, scope, rules, reason: found.reason, until: found.until, words: undefined },
    source,
  );
}

function spanOf({ position }: Node): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
