import { resolve } from 'node:path';
import { createLinter } from '@ponyatno/lint-rules';
import { openSpeller } from '@ponyatno/lint-rules/node';
import { openDictionary, openTagger } from '@ponyatno/russian/node';
import { expect, it } from 'vitest';
import { readKnown } from './knowledge.ts';
import { interfaceTexts } from './testing/interface-words.ts';

it('LN: the interface and the rules’ own messages are written in the language they ask for', async () => {
  const known = await readKnown(resolve(import.meta.dirname, '../../content'), true);
  const linter = createLinter({
    dictionary: openDictionary(),
    tagger: openTagger(),
    speller: await openSpeller(),
    profile: 'page',
    min: 'warning',
    ...known,
  });
  const texts = interfaceTexts();
  expect(texts.length).toBeGreaterThan(500);
  const found = texts.flatMap(({ file, text }) =>
    linter
      .lint(text)
      .messages.map(({ rule, actual }) => `${file}: [${rule}] «${actual}» in «${text.slice(0, 100)}»`),
  );
  expect([...new Set(found)]).toEqual([]);
}, 180_000);
