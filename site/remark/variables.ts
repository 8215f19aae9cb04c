import type { Emphasis, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseVariables, type VariablePart } from '#knowledge';

/** Stands in the flat text for an element between two texts, so that text under a flag may hold emphasis and links. */
const element = '\uFFFC';

/** A remark plugin: `((variable))` and `((flag??text))` of letters and scripts become tinted elements. */
export function remarkVariables() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (!('children' in node) || node.type === 'root') return;
      const children = node.children as PhrasingContent[];
      if (!children.some((child) => child.type === 'text' && child.value.includes('(('))) return;
      node.children = withVariables(children);
    });
  };
}

function withVariables(children: readonly PhrasingContent[]): PhrasingContent[] {
  const flat = children.map((child) => (child.type === 'text' ? child.value : element)).join('');
  const elements = children.filter(({ type }) => type !== 'text');
  let next = 0;

  function text(start: number, end: number): PhrasingContent[] {
    const pieces = flat.slice(start, end).split(element);
    return pieces.flatMap((value, index): PhrasingContent[] => {
      const before = index === 0 ? undefined : elements[next++];
      return [...(before ? [before] : []), ...(value === '' ? [] : [{ type: 'text' as const, value }])];
    });
  }

  function render(part: VariablePart): PhrasingContent[] {
    if (part.kind === 'text') return text(part.start, part.end);
    if (part.kind === 'variable')
      return [span('variable', [span('mark', '(('), plain(part.name), span('mark', '))')])];
    return flag(part.name, part.parts.flatMap(render));
  }

  return parseVariables(flat).parts.flatMap(render);
}

/** The space that text under a flag begins with stands before the element: a border must not begin with nothing. */
function flag(name: string, content: PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = content;
  const spaced = first?.type === 'text' && first.value.startsWith(' ');
  const trimmed = spaced ? [plain(first.value.trimStart()), ...rest] : content;
  const element = span('flag', [span('mark', `если ${name}: `), ...trimmed]);
  return spaced ? [plain(' '), element] : [element];
}

const plain = (value: string): PhrasingContent => ({ type: 'text', value });

/** An element of HTML in the tree of Markdown. */
function span(className: string, content: string | PhrasingContent[]): Emphasis {
  const children = typeof content === 'string' ? [plain(content)] : content;
  return { type: 'emphasis', data: { hName: 'span', hProperties: { className: [className] } }, children };
}
