import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import GithubSlugger from 'github-slugger';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** The root of the checkout. */
export const root: string = resolve(import.meta.dirname, '../..');

/** A guide, taken apart. */
export interface Guide {
  /** Relative to `docs/`. */
  readonly file: string;
  /** Spans of code in the text: commands, names, addresses. */
  readonly spans: readonly string[];
  /** Fenced blocks. */
  readonly blocks: readonly { readonly language: string; readonly value: string }[];
  /** What stands in bold: by agreement the words on the screen. */
  readonly labels: readonly string[];
  /** Targets of links and pictures. */
  readonly links: readonly string[];
  /** Anchors of the headings, as the forges make them. */
  readonly anchors: ReadonlySet<string>;
}

/** Reads a guide of `docs/`. */
export function readGuide(file: string): Guide {
  const tree = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(readFileSync(join(root, 'docs', file), 'utf8'));
  const slugger = new GithubSlugger();
  const spans: string[] = [];
  const blocks: { language: string; value: string }[] = [];
  const labels: string[] = [];
  const links: string[] = [];
  const anchors = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'inlineCode') spans.push(node.value);
    else if (node.type === 'code') blocks.push({ language: node.lang ?? '', value: node.value });
    else if (node.type === 'strong') labels.push(textOf(node));
    else if (node.type === 'link' || node.type === 'image') links.push(node.url);
    else if (node.type === 'heading') anchors.add(slugger.slug(textOf(node)));
  });
  return { file, spans, blocks, labels, links, anchors };
}

/** Every line that a reader could type: spans and the lines of shell blocks. */
export function commandLines({ spans, blocks }: Guide): string[] {
  const shell = blocks.filter(({ language }) => language === 'sh').flatMap(({ value }) => value.split('\n'));
  return [...spans, ...shell];
}

/** Example pages: an `mdx` block after a line that names the file in `content/`. */
export function examplePages(file: string): { path: string; source: string }[] {
  const text = readFileSync(join(root, 'docs', file), 'utf8');
  return [...text.matchAll(/`content\/([\w/.-]+\.mdx)`[^\n]*\n\n```mdx\n([\s\S]*?)```/g)].map(
    ([, path = '', source = '']) => ({ path, source }),
  );
}
