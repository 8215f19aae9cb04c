import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as room from './index.ts';

it('exposes what it promises', () => {
  expect(Object.keys(room).sort()).toEqual([
    'Grammeme',
    'animacies',
    'aspects',
    'cases',
    'cleanWord',
    'createTagger',
    'foldWord',
    'genders',
    'hasGrammeme',
    'loadDictionary',
    'numbers',
    'parseRussian',
    'persons',
    'russianToNlcst',
    'segment',
    'sentences',
    'tenses',
    'tokenize',
    'voices',
  ]);
});

it('needs no Node outside its second door: it runs in a browser worker', () => {
  const files = ['', 'tagger/']
    .flatMap((folder) => readdirSync(`${import.meta.dirname}/${folder}`).map((name) => folder + name))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'node.ts');
  expect(files.length).toBeGreaterThan(20);
  for (const name of files) {
    const source = readFileSync(`${import.meta.dirname}/${name}`, 'utf8');
    expect(source, name).not.toMatch(
      /from '(?:node:|\.\.?\/(?:build|support|node)[/.])|\b(?:process|Buffer)\./,
    );
  }
});
