import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';

const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Finds fields of a page's front matter by their places in the text. */
export function fieldsOf(text: string): (offset: number) => (string | number)[] | undefined {
  const yaml = block.exec(text)?.[1];
  if (yaml === undefined) return () => undefined;
  const base = text.indexOf(yaml);
  const { contents } = parseDocument(yaml);
  return (offset) => {
    const place = offset - base;
    if (place < 0 || place > yaml.length) return undefined;
    const path = descend(contents, place);
    return path.length > 0 ? path : undefined;
  };
}

function descend(node: Node | null, place: number): (string | number)[] {
  if (isSeq<Node>(node)) {
    const index = node.items.findLastIndex((item) => (item.range?.[0] ?? Number.POSITIVE_INFINITY) <= place);
    return index < 0 ? [] : [index, ...descend(node.items[index] ?? null, place)];
  }
  if (!isMap<Node, Node | null>(node)) return [];
  const pair = node.items.findLast(({ key }) => (key.range?.[0] ?? Number.POSITIVE_INFINITY) <= place);
  if (pair === undefined || !isScalar(pair.key)) return [];
  return [String(pair.key.value), ...descend(pair.value, place)];
}
