import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { convertToTsx } from '@astrojs/astro2tsx';
import { parse } from 'svelte/compiler';
import ts from 'typescript';

/** Words of the interface as they stand in the code. */
export interface InterfaceText {
  /** `site/pages/rules/index.astro` */
  readonly file: string;
  readonly text: string;
}

const root = resolve(import.meta.dirname, '../../..');

/** Code that says something to people; tables of words, examples, tests and trial queries say it to machines only. */
const sources = [
  '{site,editor}/**/*.{astro,svelte}',
  '{cli,server,site,linting,proposals,editor,knowledge,refresh,calls,search}/**/*.ts',
  'lint-rules/rules/*/*.ts',
  'lint-rules/{formats,fixing}/*.ts',
  'lint-rules/rules/titles.ts',
];
const silent =
  /\.test\.ts$|\/(?:testing|evaluation|vocabulary)\/|\/(?:examples|sentences)\.ts$|\/search\/local\/worker\.ts$|\/node_modules\//;

/** Every text of two Russian words or more in the interface and in the rules' own messages; expressions in it are «0». */
export function interfaceTexts(): InterfaceText[] {
  const files = [...new Set(sources.flatMap((pattern) => globSync(pattern, { cwd: root })))].toSorted();
  return files
    .filter((file) => !silent.test(file))
    .flatMap((file) => {
      const source = readFileSync(resolve(root, file), 'utf8');
      return textsOf(file, source)
        .filter(isSaid)
        .map((text) => ({ file, text: text.trim() }));
    });
}

function textsOf(file: string, source: string): string[] {
  if (file.endsWith('.svelte')) return inSvelte(source);
  return inTypeScript(file.endsWith('.astro') ? convertToTsx(source, { filename: file }).code : source);
}

/** Two words at least; neither the source of an expression nor a list of words, which has no punctuation. */
function isSaid(text: string): boolean {
  if (!/[а-яё]{2,}[^а-яё]+[а-яё]{2,}/iu.test(text) || /\||\(\?|\\/.test(text)) return false;
  return /[.,:;!?—«]/.test(text) || text.split(/\s+/).length < 12;
}

function inTypeScript(source: string): string[] {
  const tree = ts.createSourceFile('a.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
    else if (ts.isJsxText(node)) texts.push(plain(node.text));
    else if (ts.isTemplateExpression(node))
      texts.push(node.head.text + node.templateSpans.map(({ literal }) => `0${literal.text}`).join(''));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return texts;
}

function inSvelte(source: string): string[] {
  const texts: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const inner of node) visit(inner);
      return;
    }
    const { type, data, value, quasis } = node as Record<string, unknown>;
    if (type === 'Text' && typeof data === 'string') texts.push(plain(data));
    if (type === 'Literal' && typeof value === 'string') texts.push(value);
    if (type === 'TemplateLiteral' && Array.isArray(quasis))
      texts.push(quasis.map((quasi) => String(quasi?.value?.cooked ?? '')).join('0'));
    for (const [key, inner] of Object.entries(node)) if (key !== 'css' && key !== 'parent') visit(inner);
  };
  visit(parse(source, { modern: true }));
  return texts;
}

/** Character references as people see them. */
function plain(text: string): string {
  return text
    .replaceAll('&nbsp;', '\u00a0')
    .replace(/&[a-z]+;/g, ' ')
    .replace(/\s+/g, ' ');
}
