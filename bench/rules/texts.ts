import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { maskMarkdown } from '@ponyatno/lint-rules';
import { plainLetters } from '../../lint-rules/controls/letters.ts';

const root = resolve(import.meta.dirname, '../..');
const orders = resolve(root, '../shared/seeds');

/** Whether the orders stand beside the checkout: without them «official» would be another kind of text. */
export const hasOrders: boolean = existsSync(orders);

/** Official writing: the orders, and what the content tells of legal acts. */
export function officialTexts(): string[] {
  const acts = readdirSync(orders)
    .toSorted()
    .map((name) => readFileSync(resolve(orders, name), 'utf8'));
  return [...acts, ...pages('functions/*/regulations/*.mdx')];
}

/** Plain writing: the control letters, and the answers of the content. */
export function plainTexts(): string[] {
  return [...plainLetters, ...pages('faq/**/*.mdx')];
}

function pages(pattern: string): string[] {
  return globSync(pattern, { cwd: resolve(root, 'content') })
    .toSorted()
    .map((file) => maskMarkdown(readFileSync(resolve(root, 'content', file), 'utf8')));
}
