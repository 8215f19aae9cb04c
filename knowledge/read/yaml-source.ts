import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Position, Problem } from '../problem.ts';
import { explainYamlError } from './yaml-messages.ts';

export type DataPath = readonly PropertyKey[];

/** A piece of YAML that remembers where each value stands. */
export interface YamlSource {
  /** The data as written; undefined when the YAML cannot be read. */
  readonly data: unknown;
  readonly problems: Problem[];
  /** Where the value of a path stands in the file; of an absent value: where its nearest holder stands. */
  locate(path: DataPath): Position;
  /** Where the name of a field stands: for fields that should not be there. */
  locateKey(path: DataPath, key: string): Position;
}

/** Parses YAML that begins on `firstLine` of `file`, and keeps every position. */
export function readYaml(text: string, file: string, firstLine: number): YamlSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });

  const positionAt = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };

  const problems = document.errors.map(
    (error): Problem => ({
      severity: 'error',
      rule: 'yaml',
      file,
      ...positionAt(error.pos[0]),
      message: explainYamlError(error.code),
    }),
  );

  const locate = (path: DataPath): Position => {
    let offset = document.contents?.range?.[0] ?? 0;
    let node: Node | null | undefined = document.contents;
    for (const key of path) {
      const step = descend(node, key);
      if (!step) break;
      offset = step.offset ?? offset;
      node = step.node;
    }
    return positionAt(offset);
  };

  const locateKey = (path: DataPath, key: string): Position => {
    const holder = path.reduce<Node | null | undefined>(
      (node, step) => descend(node, step)?.node,
      document.contents,
    );
    if (!isMap(holder)) return locate(path);
    for (const pair of holder.items)
      if (isScalar(pair.key) && String(pair.key.value) === key && pair.key.range)
        return positionAt(pair.key.range[0]);
    return locate(path);
  };

  return { data: problems.length > 0 ? undefined : document.toJS(), problems, locate, locateKey };
}

/** Data that was read in a quicker way: places are asked for when something is wrong, so YAML is parsed only then. */
export function placedWhenAsked(data: unknown, text: string, file: string, firstLine: number): YamlSource {
  let source: YamlSource | undefined;
  const whole = () => {
    source ??= readYaml(text, file, firstLine);
    return source;
  };
  return {
    data,
    problems: [],
    locate: (path) => whole().locate(path),
    locateKey: (path, key) => whole().locateKey(path, key),
  };
}

/** One step down a path: the node there, and the offset that shows it best. */
function descend(node: Node | null | undefined, key: PropertyKey) {
  if (isSeq<Node>(node)) {
    const item = node.items[Number(key)];
    return item && { node: item, offset: item.range?.[0] };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
  );
  if (!pair) return undefined;
  const value = pair.value as Node | null;
  // A block below its key is shown at the key: that line carries the name a person looks for.
  const onKey = isMap(value) || isSeq(value) || value === null;
  const keyOffset = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
  return { node: value, offset: onKey ? keyOffset : value.range?.[0] };
}
