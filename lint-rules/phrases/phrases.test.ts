import { describe, expect, it } from 'vitest';
import { replacements } from '../phrase-language/apply.ts';
import type { Phrase } from '../phrase-language/phrase.ts';
import { PhraseIndex } from '../phrase-language/phrase-index.ts';
import { dictionary, read } from '../support/linting.ts';
import { tables } from './tables.ts';

const find = (row: Phrase, text: string) => {
  const document = read(text);
  const index = new PhraseIndex([row]);
  return document.sentences.flatMap((sentence) =>
    index.find(sentence.words).map((match) => ({ document, dictionary, sentence, match })),
  );
};

const examples = (row: Phrase) => [row.example, ...(row.also ?? [])];

const apply = (text: string, { start, end, text: put }: { start: number; end: number; text: string }) =>
  text.slice(0, start) + put + text.slice(end);

describe.each(Object.entries(tables))('phrases: %s', (_, table) => {
  it.each(table.map((row) => [row.pattern, row] as const))('«%s» is found in its own example', (_, row) => {
    for (const text of examples(row)) expect(find(row, text), text).not.toHaveLength(0);
  });

  it.each(table.filter(({ fine }) => fine).map((row) => [row.pattern, row] as const))(
    '«%s» is silent where it is good Russian',
    (_, row) => {
      for (const text of row.fine ?? []) expect(find(row, text), text).toHaveLength(0);
    },
  );

  it.each(table.filter(({ fix }) => fix).map((row) => [row.pattern, row] as const))(
    '«%s» is gone when its replacement is applied',
    (_, row) => {
      const fixed = examples(row).flatMap((text) => {
        const [place] = find(row, text);
        const ready = place === undefined ? [] : replacements(row.fix ?? [], place);
        return ready.map((one) => [text, apply(text, one)] as const);
      });
      expect(fixed, row.example).not.toHaveLength(0);
      for (const [text, after] of fixed) {
        expect(after).not.toBe(text);
        expect(find(row, after), after).toHaveLength(0);
      }
    },
  );

  it('has each pattern once', () => {
    expect(new Set(table.map(({ pattern }) => pattern)).size).toBe(table.length);
  });
});

it('there are at least 319 phrases', () => {
  expect(Object.values(tables).flat().length).toBeGreaterThanOrEqual(319);
});
