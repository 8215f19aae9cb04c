import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { allowedComponents } from '../components.ts';
import { listed } from '../russian.ts';
import type { PageKind } from '../schema/page.ts';
import { esmMessage, expressionMessage, type MarkupError } from './parse-mdx.ts';

type Component = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** Schemes a link may have; everything else (javascript:, data:) could run code in a reader's browser. */
const schemes = new Set(['http', 'https', 'mailto', 'tel']);

/** Finds all that a declarative page must not have: programs, expressions, foreign components, dangerous links. */
export function declarativeErrors(tree: Root, kind: PageKind): MarkupError[] {
  const errors: MarkupError[] = [];
  visit(tree, (node: Nodes) => {
    const offset = node.position?.start.offset ?? 0;
    for (const message of faultsOf(node, kind)) errors.push({ offset, message });
  });
  return errors;
}

function faultsOf(node: Nodes, kind: PageKind): string[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return [esmMessage];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [expressionMessage];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return componentFaults(node, kind);
    case 'link':
    case 'image':
    case 'definition':
      return linkFaults(node.url);
    default:
      return [];
  }
}

function componentFaults(node: Component, kind: PageKind): string[] {
  const name = node.name ?? '';
  const rule = Object.hasOwn(allowedComponents, name) ? allowedComponents[name] : undefined;
  if (!rule) {
    const names = Object.keys(allowedComponents).map((allowed) => `<${allowed}>`);
    return [`Компонента <${name}> на страницах не бывает. Бывают только ${listed(names)}.`];
  }
  const faults: string[] = [];
  if (rule.kinds && !rule.kinds.includes(kind))
    faults.push(`<${name}> бывает только на страницах сценариев. Уберите его отсюда.`);
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || (typeof attribute.value === 'object' && attribute.value))
      faults.push(`У <${name}> поле задано выражением. Значение поля пишут в прямых кавычках.`);
    else if (!rule.attributes.includes(attribute.name) && !rule.optional.includes(attribute.name))
      faults.push(`У <${name}> не бывает поля «${attribute.name}». Уберите его.`);
  }
  for (const needed of rule.attributes) {
    const given = node.attributes.some(
      (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === needed && attribute.value,
    );
    if (!given) faults.push(`У <${name}> не хватает поля «${needed}»: <${name} ${needed}="…">.`);
  }
  if (rule.content === 'none' && node.children.length > 0)
    faults.push(`У <${name}> нет текста внутри: пишите <${name} ${rule.attributes[0]}="…" />.`);
  if (rule.content === 'text' && node.children.length === 0)
    faults.push(`<${name}> пуст. Напишите текст между <${name}> и </${name}> или уберите его.`);
  return faults;
}

function linkFaults(url: string): string[] {
  // Browsers skip control characters and spaces inside a scheme: «java\nscript:».
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(url.replaceAll(/[\s\p{Cc}]/gu, '')) ?? [];
  if (scheme === undefined || schemes.has(scheme.toLowerCase())) return [];
  return [
    `Ссылки «${scheme}:» запрещены. Бывают https:, mailto: и tel:, а на страницу базы — <Page id="…">.`,
  ];
}
