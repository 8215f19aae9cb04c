import { existsSync, readdirSync } from 'node:fs';
import { openDictionary } from '../node.ts';
import { type Example, exampleOf } from './train.ts';
import { readTreebank } from './treebank.ts';

const folder = new URL('../../../shared/data/ud/', import.meta.url);

/** The treebanks that the tagger learns from, where they stand beside the checkout; nothing elsewhere. */
export function readExamples(): Example[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.conllu'))
    .sort()
    .flatMap((name) => readTreebank(new URL(name, folder)))
    .map((sentence) => exampleOf(sentence, openDictionary()));
}
