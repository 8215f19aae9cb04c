import { createHash } from 'node:crypto';
import type { Root } from 'mdast';

/** Fields that say where a page belongs and how it is found, not what it says: changing them leaves a check valid. */
const notMeaning = new Set([
  'id',
  'kind',
  'function',
  'unit',
  'audience',
  'topics',
  'needs',
  'keywords',
  'lint',
  'queries',
]);

/** What the markup of a page is, apart from its words; everything else in the tree is form (places in the file, list marks). */
const markup = [
  'name',
  'attributes',
  'value',
  'url',
  'alt',
  'title',
  'depth',
  'ordered',
  'start',
  'checked',
  'identifier',
];

/**
 * The digest that a monthly check is recorded for: sha256 of what the body means and of the meaningful front matter as
 * written. The body counts as its parsed tree, so that a formatter may re-wrap lines and change list marks; a body that cannot be
 * parsed counts as its text. Defaults of the schema stay out, so that a new optional field does not make every page look changed,
 * and so does an empty list, which a migration may write out.
 */
export function digestOf(
  frontMatter: Readonly<Record<string, unknown>>,
  { body, tree }: { readonly body: string; readonly tree: Root | undefined },
): string {
  const meaning = Object.fromEntries(
    Object.entries(frontMatter).filter(
      ([key, value]) => !notMeaning.has(key) && !(Array.isArray(value) && value.length === 0),
    ),
  );
  const said = tree ? JSON.stringify(meaningOf(tree)) : normalise(body);
  return createHash('sha256')
    .update(`${JSON.stringify(canonical(meaning))}\n${said}`)
    .digest('hex');
}

type TreeNode = { readonly type: string; readonly children?: readonly TreeNode[] };

function meaningOf(node: TreeNode): unknown[] {
  const said = markup.flatMap((key) => {
    const value: unknown = Reflect.get(node, key);
    if (value === undefined || value === null) return [];
    if (key === 'attributes') return [attributes(value)];
    return [node.type === 'text' ? String(value).normalize('NFC').replaceAll(/\s+/g, ' ') : canonical(value)];
  });
  return [node.type, ...said, ...(node.children ?? []).map(meaningOf)];
}

function attributes(value: unknown): unknown {
  return (value as readonly { readonly name?: string; readonly value?: unknown }[])
    .map(({ name, value: given }) => [name ?? '', typeof given === 'string' ? normalise(given) : ''])
    .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

/** The same text for the same words: line ends, trailing spaces and blank lines do not count. */
function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function canonical(value: unknown): unknown {
  if (typeof value === 'string') return normalise(value);
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}
