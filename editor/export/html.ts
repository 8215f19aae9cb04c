// A letter as HTML: elements that mean something and nothing else, so that it is clean wherever it is pasted. Imported by
// server and browser.

import type { Sheet } from './docx.ts';
import { isSalutation } from './layout.ts';
import { type Cell, type LetterBlock, type Run, textOfRuns } from './resolved.ts';

/** The text of a letter: paragraphs, headings, lists, tables, quotes. No class, no style, no attribute of ours. */
export function blocksHtml(blocks: readonly LetterBlock[]): string {
  return blocks.map(blockHtml).join('');
}

function blockHtml(block: LetterBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${runsHtml(block.runs)}</p>`;
    case 'heading':
      return `<h${block.level}>${runsHtml(block.runs)}</h${block.level}>`;
    case 'list': {
      const items = block.items.map((item) => `<li>${itemHtml(item)}</li>`).join('');
      if (block.start === undefined) return `<ul>${items}</ul>`;
      return block.start === 1 ? `<ol>${items}</ol>` : `<ol start="${block.start}">${items}</ol>`;
    }
    case 'quote':
      return `<blockquote>${blocksHtml(block.blocks)}</blockquote>`;
    case 'signature':
      return blocksHtml(block.blocks);
    case 'table':
      return `<table>${block.rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('')}</table>`;
  }
}

/** An item that is one paragraph stands without it: Word would set a distance between the items. */
function itemHtml([first, ...others]: readonly LetterBlock[]): string {
  if (first?.kind !== 'paragraph') return blocksHtml(first === undefined ? others : [first, ...others]);
  const simple = others.every(({ kind }) => kind === 'list');
  return (simple ? runsHtml(first.runs) : blockHtml(first)) + blocksHtml(others);
}

function cellHtml({ header, columns, rows, blocks }: Cell): string {
  const tag = header ? 'th' : 'td';
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
  return `<${tag}${spans}>${blocksHtml(blocks)}</${tag}>`;
}

function runsHtml(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      if (run.kind === 'break') return '<br>';
      let html = escaped(run.text);
      if (run.underline) html = `<u>${html}</u>`;
      if (run.italic) html = `<em>${html}</em>`;
      if (run.bold) html = `<strong>${html}</strong>`;
      if (run.missing) html = `<mark>${html}</mark>`;
      return run.href === undefined ? html : `<a href="${escaped(run.href)}">${html}</a>`;
    })
    .join('');
}

/** A sheet for the print: the same order as in the file, with names for `print.css`. */
export function sheetHtml({ requisites, blocks }: Sheet): string {
  const { agency, details, incoming, addressee, heading, signer, executor } = requisites;
  const blank = '<span class="blank"></span>';
  const lines = (all: readonly string[]) => all.map((line) => `<p>${escaped(line)}</p>`).join('');
  const [first, ...others] = blocks;
  const greets = first?.kind === 'paragraph' && isSalutation(textOfRuns(first.runs));
  const text = greets
    ? `<p class="greeting">${runsHtml(first.runs)}</p>${blocksWithSignature(others)}`
    : blocksWithSignature(blocks);
  return [
    '<header class="sheet-head">',
    `<div class="sender"><p class="agency">${escaped(agency)}</p><div class="details">${lines(details)}</div>`,
    `<p class="registration">${blank} № ${blank}</p>`,
    `<p class="incoming">На № ${escaped(incoming.number) || blank} от ${escaped(incoming.date) || blank}</p></div>`,
    `<div class="addressee">${lines(addressee)}</div>`,
    '</header>',
    heading === '' ? '' : `<p class="subject">${escaped(heading)}</p>`,
    `<div class="words">${text}</div>`,
    signer === undefined
      ? ''
      : `<div class="signer"><p>${escaped(signer.post)}</p><p>${escaped(signer.name)}</p></div>`,
    executor.length === 0 ? '' : `<footer class="executor">${lines(executor)}</footer>`,
  ].join('');
}

function blocksWithSignature(blocks: readonly LetterBlock[]): string {
  return blocks
    .map((block) =>
      block.kind === 'signature'
        ? `<div class="own-signature">${blocksHtml(block.blocks)}</div>`
        : blockHtml(block),
    )
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"\u00a0]/g, (character) => entities[character] ?? character);
}
