import { isPlainWord } from '../../document.ts';
import { type Check, defineRule } from '../../rule.ts';
import { genitiveCount } from '../../russian-words.ts';
import type { Profile, Severity } from '../../types.ts';

/** How many words a sentence may have before a hint and before a warning; no warning where there is no number. */
export interface Limits {
  readonly hint: number;
  readonly warning?: number;
}

/** The limits by what the text is (LN-3): what is read aloud must be shorter, an act is what it is. */
export const limits: Readonly<Record<Profile, Limits>> = Object.freeze({
  letter: { hint: 20, warning: 28 },
  speech: { hint: 16, warning: 22 },
  page: { hint: 22, warning: 30 },
  legal: { hint: 45 },
});

/** Sentences that are too long to be understood at once. */
export const checkSentenceLength: Check = function* (document, { profile }) {
  const { hint, warning } = limits[profile];
  for (const { words, start, end } of document.sentences) {
    const count = words.length;
    // A sentence of another language is none of ours.
    if (count <= hint || words.filter(isPlainWord).length * 2 < count) continue;
    const severity: Severity = warning !== undefined && count > warning ? 'warning' : 'hint';
    yield {
      rule: 'sentence-length',
      severity,
      start,
      end,
      message: `Предложение из ${genitiveCount(count, 'слова', 'слов')}. Лучше: разбить на несколько, не длиннее ${genitiveCount(hint, 'слова', 'слов')}.`,
      replacements: [],
    };
  }
};

/** Long sentences as a retext plugin. */
export const sentenceLength = defineRule('sentence-length', checkSentenceLength);
