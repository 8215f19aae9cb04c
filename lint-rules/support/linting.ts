import { russianToNlcst } from '@ponyatno/russian';
import { openDictionary } from '@ponyatno/russian/node';
import { type Document, documentOf } from '../document.ts';
import { createLinter } from '../linter.ts';
import type { LinterOptions, Message } from '../types.ts';

/** The dictionary that ships with `@ponyatno/russian`, for tests. */
export const dictionary = openDictionary();

/** A text as the rules see it. */
export function read(text: string): Document {
  return documentOf(russianToNlcst(text), text, dictionary);
}

/** The findings in a text. */
export function lint(text: string, options: Partial<LinterOptions> = {}): readonly Message[] {
  return createLinter({ dictionary, ...options }).lint(text).messages;
}
