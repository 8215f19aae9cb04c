import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { blocksHtml, sheetHtml } from './html.ts';
import { layout } from './layout.ts';
import type { Requisites } from './requisites.ts';
import { paragraphTexts, resolvedBlocks } from './resolved.ts';
import { anyLetter, testValues } from './testing.ts';

function elements(node: Nodes): Element[] {
  const own = node.type === 'element' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(elements)] : own;
}
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
const letters = (text: string) => text.toWellFormed().replaceAll(/[\s\p{Cc}\ufffd]+/gu, '');

describe('blocksHtml', () => {
  it('holds the text of any letter, in elements that mean something and nothing else', () => {
    fc.assert(
      fc.property(anyLetter, (document) => {
        const blocks = resolvedBlocks(document, testValues);
        const tree = fromHtml(blocksHtml(blocks), { fragment: true });
        expect(letters(textOf(tree))).toBe(letters(paragraphTexts(blocks).join('')));
        const attributes = elements(tree).flatMap(({ properties }) => Object.keys(properties));
        expect(attributes.filter((name) => !['href', 'start', 'colSpan', 'rowSpan'].includes(name))).toEqual(
          [],
        );
        const tags = new Set(elements(tree).map(({ tagName }) => tagName));
        for (const tag of ['span', 'div', 'font', 'script']) expect(tags.has(tag)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('sheetHtml', () => {
  it('writes what was typed as text, never as HTML', () => {
    const evil = '<img src=x onerror=alert(1)>"&';
    const requisites: Requisites = {
      agency: evil,
      details: [evil],
      incoming: { number: evil, date: evil },
      addressee: [evil],
      heading: evil,
      signer: { name: evil, post: evil },
      executor: [evil],
    };
    const blocks = [
      {
        kind: 'paragraph',
        runs: [
          {
            kind: 'text',
            text: evil,
            href: `https://a.ru/${evil}`,
            bold: true,
            italic: true,
            underline: true,
            missing: true,
          },
        ],
      },
    ] as const;
    const tree = fromHtml(sheetHtml({ title: evil, requisites, blocks }), { fragment: true });
    expect(elements(tree).filter(({ tagName }) => tagName === 'img')).toEqual([]);
    expect(
      elements(tree)
        .flatMap(({ properties }) => Object.keys(properties))
        .filter((name) => name.startsWith('on')),
    ).toEqual([]);
    expect(textOf(tree).split(evil).length - 1).toBe(10);
  });
});

it('the print has the numbers of the file', () => {
  const css = readFileSync(join(import.meta.dirname, '../../site/styles/sheet.css'), 'utf8').replaceAll(
    /\s+/g,
    ' ',
  );
  const { margins, fontSize, font, smallSize, indent, pageNumberFromTop, paragraphGap, lineSpacing } = layout;
  for (const words of [
    `margin: ${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm;`,
    `font: ${fontSize}pt / ${lineSpacing} "${font}"`,
    `padding-block-start: ${pageNumberFromTop}mm;`,
    `text-indent: ${indent}mm;`,
    `font-size: ${smallSize}pt;`,
    `margin-block-end: ${paragraphGap}pt;`,
    'size: A4;',
  ])
    expect(css).toContain(words);
});
