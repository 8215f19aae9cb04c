import { type ComponentUse, type Page, parseVariables, type VariablePart } from '#knowledge';
import type { CallStep } from '../graph.ts';
import type { Paragraph, Said } from './types.ts';

/** The words of a step as paragraphs, in their order: what is said, and the notes for the operator. */
export function wordsOf({ words, script }: CallStep): Paragraph[] {
  if (words === undefined) return [];
  const notes = notesIn(words, script);
  const spoken = (text: string) => paragraphs(text, 'caller');
  let rest = words.text;
  const found: Paragraph[] = [];
  for (const note of notes) {
    const at = rest.indexOf(note.text);
    if (at < 0) continue;
    found.push(...spoken(rest.slice(0, at)), ...paragraphs(note.text, 'operator'));
    rest = rest.slice(at + note.text.length);
  }
  return [...found, ...spoken(rest)];
}

/** What is said to the caller, without the notes: a note is no part of what the caller hears. */
export function saidIn(words: ComponentUse, script: Page<'script'>): string {
  return notesIn(words, script)
    .reduce((text, note) => text.replace(note.text, ''), words.text)
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
}

function notesIn(words: ComponentUse, script: Page<'script'>): ComponentUse[] {
  return script.components.filter(
    ({ name, start, end, text }) => name === 'Note' && text !== '' && words.start < start && end < words.end,
  );
}

function paragraphs(text: string, reader: Paragraph['for']): Paragraph[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ for: reader, said: saidParts(line, parseVariables(line).parts) }));
}

function saidParts(text: string, parts: readonly VariablePart[]): Said[] {
  return parts.map((part): Said => {
    if (part.kind === 'text') return { kind: 'text', text: text.slice(part.start, part.end) };
    if (part.kind === 'variable') return { kind: 'variable', name: part.name };
    return { kind: 'flag', name: part.name, parts: saidParts(text, part.parts) };
  });
}
