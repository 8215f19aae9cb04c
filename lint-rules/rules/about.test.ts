import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMarkdown, readMarkdown } from '../markdown/mask.ts';
import { lint } from '../support/linting.ts';
import { rules } from './index.ts';
import { ruleSummaries, ruleTitles } from './titles.ts';

const sections = [
  'Что находит',
  'Почему это важно',
  'Какие замены предлагает',
  'Когда замечание можно оставить',
];

describe.each(rules)('about $id', ({ id }) => {
  const file = join(import.meta.dirname, id, 'about.mdx');

  it('tells what, why, what its fixes do, and when to leave it', () => {
    expect(existsSync(file), `Напишите lint-rules/rules/${id}/about.mdx`).toBe(true);
    const source = readFileSync(file, 'utf8');
    const { tree, isMdx } = parseMarkdown(source);
    expect(isMdx).toBe(true);
    const headings = tree.children.flatMap((node) => {
      const [text] = node.type === 'heading' && node.depth === 2 ? node.children : [];
      return text?.type === 'text' ? [text.value] : [];
    });
    expect(headings).toEqual(sections);
    for (const section of source.split(/^## .*$/m).slice(1))
      expect(section.trim().length).toBeGreaterThan(60);
  });

  it('LN: is written in the language it asks for', () => {
    const { text } = readMarkdown(readFileSync(file, 'utf8'));
    const loud = (words: string) =>
      lint(words, { profile: 'page', min: 'warning' }).map(({ rule, actual }) => `${rule}: ${actual}`);
    expect(loud(text)).toEqual([]);
    expect(loud(`${ruleTitles[id]}.\n\n${ruleSummaries[id]}`)).toEqual([]);
  });
});
