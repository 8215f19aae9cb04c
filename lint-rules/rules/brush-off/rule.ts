import type { Document, Sentence } from '../../document.ts';
import type { Finding } from '../../finding.ts';
import { replacements } from '../../phrase-language/apply.ts';
import { occurrences } from '../../phrase-language/find.ts';
import { PhraseIndex } from '../../phrase-language/phrase-index.ts';
import { messageOf } from '../../phrase-language/phrase-rule.ts';
import { evasion } from '../../phrases/evasion.ts';
import { type Check, defineRule } from '../../rule.ts';
import type { Severity } from '../../types.ts';
import { hasFact } from './fact.ts';

const index = new PhraseIndex(evasion);

/**
 * Brush-offs: words in place of an answer (LN-5, LN-6, LN-9). Loud only when no fact stands beside them: a date, a
 * name, a number or an act in the same sentence or the next makes the phrase a mere habit.
 */
export const checkBrushOff: Check = function* (document, settings) {
  for (const { found, sentence, severity, start, end } of occurrences(index, document, settings)) {
    const { row } = found;
    const answered = factBeside(document, sentence, start, end);
    yield {
      rule: 'brush-off',
      severity: answered ? quieter(severity) : severity,
      start,
      end,
      message: messageOf(document.text.slice(start, end), 'отписка вместо ответа', row.plain),
      replacements: replacements(row.fix ?? [], {
        document,
        dictionary: settings.dictionary,
        sentence,
        match: found,
      }),
    } satisfies Finding;
  }
};

/** Brush-offs as a retext plugin. */
export const brushOff = defineRule('brush-off', checkBrushOff);

function factBeside(document: Document, sentence: Sentence, start: number, end: number): boolean {
  const next = document.sentences[document.sentences.indexOf(sentence) + 1];
  const outside = sentence.words.filter((word) => word.end <= start || word.start >= end);
  return hasFact(outside) || (next !== undefined && hasFact(next.words));
}

function quieter(severity: Severity): Severity {
  return severity === 'error' ? 'hint' : severity;
}
