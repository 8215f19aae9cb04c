import type { Document } from '../../document.ts';
import type { Finding } from '../../finding.ts';
import { checkPhrases } from '../../phrase-language/phrase-rule.ts';
import { intensifier as phrases } from '../../phrases/intensifier.ts';
import { type Check, defineRule } from '../../rule.ts';

const checkTable = checkPhrases('intensifier', phrases, () => 'усилитель вместо факта');

/** Intensifiers, ornate politeness and rows of exclamation marks (LN-7). */
export const checkIntensifier: Check = function* (document, settings) {
  yield* checkTable(document, settings);
  yield* exclamations(document);
};

/** Intensifiers as a retext plugin. */
export const intensifier = defineRule('intensifier', checkIntensifier);

function* exclamations({ text }: Document): Generator<Finding> {
  for (const { index, 0: marks } of text.matchAll(/!{2,}/g)) {
    const end = index + marks.length;
    yield {
      rule: 'intensifier',
      severity: 'warning',
      start: index,
      end,
      message: 'Несколько восклицательных знаков подряд звучат как крик. Лучше: один или точка.',
      replacements: ['!', '.'].map((mark) => ({ start: index, end, text: mark, change: 'swap' })),
    };
  }
}
