import type { PhrasingContent, Root, Text } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { SKIP, visit } from 'unist-util-visit';
import type { GlossaryEntry } from '#knowledge';

/** Where an abbreviation is not explained: a heading and a link must stay what they are, and a term is explained already. */
const untouched = new Set(['heading', 'link', 'linkReference', 'inlineCode', 'code']);

/**
 * A remark plugin: the first time an abbreviation of the glossary stands on a page, it gets its explanation (LN-4). Those
 * that everybody knows (`known`) stay as they are.
 *
 * @param options.glossary asked once a page, because content changes while `astro dev` runs
 */
export function remarkAbbreviations({ glossary }: { glossary: () => Promise<readonly GlossaryEntry[]> }) {
  return async (tree: Root): Promise<void> => {
    const ids = new Map(
      (await glossary())
        .filter(({ expansion, known }) => expansion !== undefined && !known)
        .map(({ term, id }) => [term, id]),
    );
    if (ids.size > 0) explainFirst(tree, ids);
  };
}

function explainFirst(tree: Root, ids: Map<string, string>): void {
  visit(tree, (node, index, parent) => {
    if (untouched.has(node.type) || isTerm(node)) return SKIP;
    if (node.type !== 'text' || parent === undefined || index === undefined) return;
    const pieces = explained(node, ids);
    if (pieces.length === 1) return;
    parent.children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}

function explained({ value }: Text, ids: Map<string, string>): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let from = 0;
  // An abbreviation: capitals, perhaps with small letters or digits inside (ГрК, 210-ФЗ is none).
  for (const match of value.matchAll(
    /(?<![\p{L}\p{N}-])\p{Lu}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*(?![\p{L}\p{N}])/gu,
  )) {
    const [word] = match;
    const id = ids.get(word);
    if (id === undefined) continue;
    ids.delete(word);
    if (match.index > from) pieces.push({ type: 'text', value: value.slice(from, match.index) });
    pieces.push(term(id, word));
    from = match.index + word.length;
  }
  if (from < value.length || pieces.length === 0) pieces.push({ type: 'text', value: value.slice(from) });
  return pieces;
}

function term(id: string, word: string): MdxJsxTextElement {
  return {
    type: 'mdxJsxTextElement',
    name: 'Term',
    attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }],
    children: [{ type: 'text', value: word }],
  };
}

function isTerm(node: object): boolean {
  return 'name' in node && (node.name === 'Term' || node.name === 'Page');
}
