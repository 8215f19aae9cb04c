import type { Span } from '@ponyatno/lint-rules';
import { isMap, isNode, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import { checkMark, fault, type Mark } from './mark.ts';

const block = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/** Marks in the front matter of a page: `lint: [{ ignore: passive, reason: … }]`. They speak of the whole page. */
export function marksInFields(source: string): Mark[] {
  const yaml = block.exec(source)?.[1];
  if (yaml === undefined) return [];
  const base = source.indexOf(yaml);
  const list: unknown = parseDocument(yaml).get('lint', true);
  if (!isNode(list)) return [];
  const items = isSeq(list) ? list.items : [list];
  return items.flatMap((item) => {
    if (!isNode(item)) return [];
    const place = spanOf(item, base, yaml);
    if (isMap(item)) return markOf(item, place, source);
    return fault(
      'ignore-invalid',
      'error',
      place,
      source,
    )('Пометка записана неверно. Пишется так: «- ignore: passive», на следующей строке «reason: причина».');
  });
}

function markOf(item: YAMLMap, place: Span, source: string): Mark {
  const text = (name: string) => {
    const value: unknown = item.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const ignored: unknown = item.get('ignore', true);
  const rules = isSeq(ignored) ? ignored.items.map(textOf) : [textOf(ignored)];
  const scope = { start: 0, end: source.length };
  const words = text('words');
  return checkMark({ ...place, scope, rules, reason: text('reason'), until: text('until'), words }, source);
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : '';
}

/** The first line of an item: a report shows a place, not a passage. */
function spanOf({ range }: Node, base: number, yaml: string): Span {
  const [start, end] = range ?? [0, 0, 0];
  const lineEnd = yaml.slice(start, end).search(/\r?\n/);
  return { start: base + start, end: base + (lineEnd < 0 ? end : start + lineEnd) };
}
