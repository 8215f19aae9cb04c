import { russianToNlcst } from '@ponyatno/russian';
import { openDictionary, openTagger } from '@ponyatno/russian/node';
import { type Document, documentOf } from '../document.ts';
import { createLinter } from '../linter.ts';
import { openSpeller } from '../node.ts';
import type { LinterOptions, Message } from '../types.ts';

/** The dictionary that ships with `@ponyatno/russian`, for tests. */
export const dictionary = openDictionary();

/** The tagger that ships with it. */
export const tagger = openTagger();

/** The spelling dictionary. */
export const speller = await openSpeller();

/** A text as the rules see it. */
export function read(text: string): Document {
  return documentOf(russianToNlcst(text), text, dictionary);
}

/** The findings in a text. */
export function lint(text: string, options: Partial<LinterOptions> = {}): readonly Message[] {
  return createLinter({ dictionary, tagger, speller, ...options }).lint(text).messages;
}
