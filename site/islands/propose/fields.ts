import { diffArrays } from 'diff';
import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Pair,
  parseDocument,
  Scalar,
  type ToStringOptions,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { splitText, withYaml } from './page-text.ts';

/** A place in the fields of a page: `['steps', 0, 'title']`. */
export type FieldPath = readonly (string | number)[];

/** The fields of a page, or the line they cannot be read in. */
export type ReadFields =
  | { readonly kind: 'read'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'unreadable'; readonly line: number };

/** Reads the fields of a page. */
export function readFields(text: string): ReadFields {
  const document = parseDocument(splitText(text).yaml);
  const [error] = document.errors;
  if (error) return { kind: 'unreadable', line: (error.linePos?.[0].line ?? 0) + 1 };
  const value: unknown = document.toJS({ maxAliasCount: 100 }) ?? {};
  if (!isRecord(value)) return { kind: 'unreadable', line: 2 };
  return { kind: 'read', value };
}

/** What stands at a place; nothing where there is no such place. */
export function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (at, key) => (Array.isArray(at) ? at[Number(key)] : isRecord(at) ? at[key] : undefined),
    value,
  );
}

/**
 * The text with another value at one place; `undefined` takes the place away. Only the lines of the value change: the
 * rest of the file, its comments and its order stay letter by letter. Fields that cannot be read stay as they are.
 */
export function withField(text: string, path: FieldPath, value: unknown): string {
  const { yaml } = splitText(text);
  const document = parseDocument(yaml, { keepSourceTokens: true });
  if (document.errors.length > 0) return text;
  const before: unknown = document.toJS({ maxAliasCount: 100 }) ?? {};
  const after = changedAt(before, path, value);
  if (same(before, after)) return text;
  const options = optionsOf(document);
  const patched = patchedYaml(yaml, document, after, options);
  if (patched !== undefined && same(parsed(patched), after)) return withYaml(text, patched);
  // A way of writing that lines cannot be changed in: everything is written anew, with its comments and its order.
  document.contents = rebuilt(document.contents, after) as typeof document.contents;
  return withYaml(text, document.toString(options));
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Writing {
  readonly yaml: string;
  readonly options: ToStringOptions;
}

function patchedYaml(
  yaml: string,
  { contents }: Document.Parsed,
  after: unknown,
  options: ToStringOptions,
): string | undefined {
  const edits = contents === null ? undefined : editsOf(contents, after, { yaml, options });
  return edits
    ?.toSorted((one, other) => other.from - one.from)
    .reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), yaml);
}

/** What changes inside a collection that is written line by line; nothing where it has to be written anew as a whole. */
function editsOf(node: Node, after: unknown, writing: Writing): Edit[] | undefined {
  if (isMap(node) && !node.flow && isRecord(after)) return mapEdits(node, after, writing);
  if (isSeq(node) && !node.flow && Array.isArray(after)) return seqEdits(node, after, writing);
  return undefined;
}

function mapEdits(
  map: YAMLMap,
  after: Readonly<Record<string, unknown>>,
  writing: Writing,
): Edit[] | undefined {
  const edits: Edit[] = [];
  let indent = 0;
  let last: number | undefined;
  const kept = map.items.filter(({ key }) => keyOf(key) in after);
  if (kept.length === 0) return undefined;
  for (const { key, value } of map.items) {
    if (!isScalar(key) || !key.range) return undefined;
    const name = keyOf(key);
    const node = value as Node | null;
    const [from] = key.range;
    const to = endOf(node?.range ?? key.range, writing.yaml);
    indent = columnOf(writing.yaml, from);
    last = to;
    if (!(name in after)) {
      const lines = wholeLines(writing.yaml, from, to);
      if (!lines) return undefined;
      edits.push({ ...lines, text: '' });
    } else if (!same(jsOf(node), after[name])) {
      const inner = node && editsOf(node, after[name], writing);
      edits.push(
        ...(inner ?? [
          { from, to, text: writtenPair(new Pair(key, rebuilt(node, after[name])), indent, writing) },
        ]),
      );
    }
  }
  const names = new Set(map.items.map(({ key }) => keyOf(key)));
  const added = Object.entries(after).filter(([name]) => !names.has(name));
  if (added.length > 0 && last !== undefined) {
    const lineEnd = endOfLine(writing.yaml, last);
    const lines = added.map(([name, value]) => {
      const pair = new Pair(new Scalar(name), rebuilt(undefined, value));
      return `${' '.repeat(indent)}${writtenPair(pair, indent, writing)}\n`;
    });
    edits.push(insertion(writing.yaml, lineEnd, lines.join('')));
  }
  return edits;
}

function seqEdits(seq: YAMLSeq, after: readonly unknown[], writing: Writing): Edit[] | undefined {
  if (after.length === 0 || seq.items.length === 0 || seq.srcToken?.type !== 'block-seq') return undefined;
  const places = seq.srcToken.items.map(({ start }, index) => {
    const from = start.find(({ type }) => type === 'seq-item-ind')?.offset;
    const node = seq.items[index] as Node | undefined;
    return from === undefined || !node?.range
      ? undefined
      : { from, to: endOf(node.range, writing.yaml), node };
  });
  const edits: Edit[] = [];
  const [first] = places;
  if (!first) return undefined;
  const indent = columnOf(writing.yaml, first.from);
  const sibling = seq.items.find((item) => isScalar(item));
  const itemText = (value: unknown, like?: Node) =>
    writtenItem(rebuilt(like ?? (typeof value === 'string' ? sibling : undefined), value), indent, writing);
  let previous: number | undefined;
  for (const { old, young } of aligned(seq.items.map(jsOf), after)) {
    const place = old === undefined ? undefined : places[old];
    if (old !== undefined && !place) return undefined;
    if (place && young === undefined) {
      const lines = wholeLines(writing.yaml, place.from, place.to);
      if (!lines) return undefined;
      edits.push({ ...lines, text: '' });
    } else if (place && young !== undefined && !same(jsOf(place.node), after[young])) {
      const inner = editsOf(place.node, after[young], writing);
      edits.push(
        ...(inner ?? [{ from: place.from, to: place.to, text: itemText(after[young], place.node) }]),
      );
    } else if (!place && young !== undefined) {
      const line = `${' '.repeat(indent)}${itemText(after[young])}\n`;
      if (previous === undefined && !wholeLines(writing.yaml, first.from, first.to)) return undefined;
      const at = previous === undefined ? first.from - indent : endOfLine(writing.yaml, previous);
      edits.push(insertion(writing.yaml, at, line));
    }
    if (place) previous = place.to;
  }
  return joined(edits);
}

/** Insertions at one place stay in their order. */
function joined(edits: readonly Edit[]): Edit[] {
  const all: Edit[] = [];
  for (const edit of edits) {
    const before = all.at(-1);
    if (before && before.from === before.to && edit.from === edit.to && before.from === edit.from)
      all[all.length - 1] = { ...before, text: before.text + edit.text };
    else all.push(edit);
  }
  return all;
}

/** Which old item becomes which new one: the same ones first, then those that stand between them in their order. */
function aligned(
  before: readonly unknown[],
  after: readonly unknown[],
): { old: number | undefined; young: number | undefined }[] {
  const pairs: { old: number | undefined; young: number | undefined }[] = [];
  let [old, young] = [0, 0];
  let removed: number[] = [];
  const flush = (added: number) => {
    for (let index = 0; index < Math.max(removed.length, added); index += 1)
      pairs.push({ old: removed[index], young: index < added ? young + index : undefined });
    young += added;
    removed = [];
  };
  const texts = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value) ?? '');
  for (const change of diffArrays(texts(before), texts(after))) {
    const { length } = change.value;
    if (change.removed) {
      removed = Array.from({ length }, (_, index) => old + index);
      old += length;
    } else if (change.added) flush(length);
    else {
      flush(0);
      for (let index = 0; index < length; index += 1) pairs.push({ old: old + index, young: young + index });
      old += length;
      young += length;
    }
  }
  flush(0);
  return pairs;
}

/** The value as a node that keeps what it can of the way the old one was written: quotes, brackets, comments. */
function rebuilt(old: Node | null | undefined, value: unknown): Node {
  if (old && same(jsOf(old), value)) return old;
  if (Array.isArray(value)) {
    const seq = new YAMLSeq();
    const from = isSeq(old) ? (old as YAMLSeq<Node>) : undefined;
    seq.flow = from !== undefined && from.flow === true && from.items.length > 0;
    const sibling = from?.items.find((item) => isScalar(item));
    for (const { old: at, young } of aligned(from?.items.map(jsOf) ?? [], value))
      if (young !== undefined) seq.add(rebuilt(at === undefined ? sibling : from?.items[at], value[young]));
    return seq;
  }
  if (isRecord(value)) {
    const map = new YAMLMap();
    const from = isMap(old) ? (old as YAMLMap<Node, Node | null>) : undefined;
    map.flow = from !== undefined && from.flow === true && from.items.length > 0;
    for (const { key, value: node } of from?.items ?? []) {
      const name = keyOf(key);
      if (name in value) map.add(new Pair(key, rebuilt(node, value[name])));
    }
    for (const [name, inner] of Object.entries(value))
      if (!map.has(name)) map.add(new Pair(new Scalar(name), rebuilt(undefined, inner)));
    return map;
  }
  const scalar = new Scalar(value);
  if (isScalar(old) && typeof value === 'string' && typeof old.value === 'string' && old.type)
    scalar.type = old.type;
  // Longer than a line and never written before: folded, as people write it.
  else if (typeof value === 'string' && !isScalar(old) && value.length > foldFrom && !value.includes('\n'))
    scalar.type = 'BLOCK_FOLDED';
  return scalar;
}

const foldFrom = 100;

function writtenPair(pair: Pair, indent: number, writing: Writing): string {
  const map = new YAMLMap();
  map.items.push(pair);
  return written(map, indent, padded(writing, pair.value));
}

function writtenItem(item: Node, indent: number, writing: Writing): string {
  const seq = new YAMLSeq();
  seq.items.push(item);
  return written(seq, indent, padded(writing, item));
}

/** Spaces inside brackets as the file has them; where it has none, `[a, b]` and `{ a: b }`. */
function padded({ yaml, options }: Writing, value: unknown): Writing {
  const padding = isSeq(value) ? /\[ +[^\s\]]/.test(yaml) : !/\{[\p{L}'"]/u.test(yaml);
  // Brackets that stood on one line stay on it.
  const lineWidth = isCollection(value) && value.flow ? 0 : (options.lineWidth ?? 0);
  return { yaml, options: { ...options, lineWidth, flowCollectionPadding: padding } };
}

function written(node: Node, indent: number, { options }: Writing): string {
  const document = new Document();
  document.contents = node as typeof document.contents;
  const [first = '', ...rest] = document.toString(options).trimEnd().split('\n');
  return [first, ...rest.map((line) => (line === '' ? line : ' '.repeat(indent) + line))].join('\n');
}

/** The manner of the file: whether lists are indented, and how far its lines go. */
function optionsOf({ contents }: Document.Parsed): ToStringOptions {
  const lists = isMap(contents) ? contents.items.filter(({ value }) => isSeq(value) && !value.flow) : [];
  const indented = lists.map(({ value }) => {
    const token = isSeq(value) ? value.srcToken : undefined;
    return token?.type === 'block-seq' && token.indent > 0;
  });
  return { indentSeq: indented.length === 0 || indented.includes(true), lineWidth: 110, singleQuote: true };
}

/** A value and all of its lines, when nothing else stands on them. */
function wholeLines(yaml: string, from: number, to: number): { from: number; to: number } | undefined {
  const start = yaml.lastIndexOf('\n', from - 1) + 1;
  return yaml.slice(start, from).trim() === '' ? { from: start, to: endOfLine(yaml, to) } : undefined;
}

/** After the line break of the line that a place stands on. */
function endOfLine(yaml: string, at: number): number {
  const end = yaml.indexOf('\n', at);
  return end < 0 ? yaml.length : end + 1;
}

/** New lines; the last line of the fields may have no line break yet. */
function insertion(yaml: string, at: number, lines: string): Edit {
  const broken = at === 0 || yaml[at - 1] === '\n';
  return { from: at, to: at, text: broken ? lines : `\n${lines.replace(/\n$/, '')}` };
}

/** Where a value ends, without the line break that belongs to text in several lines. */
function endOf([, end]: readonly [number, number, number], yaml: string): number {
  return yaml.slice(0, end).replace(/\s+$/, '').length;
}

function columnOf(yaml: string, at: number): number {
  return at - (yaml.lastIndexOf('\n', at - 1) + 1);
}

function changedAt(value: unknown, [key, ...rest]: FieldPath, put: unknown): unknown {
  if (key === undefined) return put;
  if (typeof key === 'number') {
    const items: unknown[] = Array.isArray(value) ? [...value] : [];
    const inner = changedAt(items[key], rest, put);
    if (inner === undefined) items.splice(key, 1);
    else items[key] = inner;
    return items;
  }
  const record: Record<string, unknown> = isRecord(value) ? { ...value } : {};
  const inner = changedAt(record[key], rest, put);
  if (inner === undefined) delete record[key];
  else record[key] = inner;
  return record;
}

function parsed(yaml: string): unknown {
  const document = parseDocument(yaml);
  return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
}

function keyOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function jsOf(node: unknown): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map(jsOf);
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [keyOf(key), jsOf(value)]));
  return node ?? null;
}

function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => same(item, other[index]));
  if (isRecord(one) && isRecord(other)) {
    const [names, others] = [Object.keys(one), Object.keys(other)];
    return (
      names.length === others.length && names.every((name) => name in other && same(one[name], other[name]))
    );
  }
  return Object.is(one, other);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
