import type { Document, Sentence } from '../../document.ts';
import type { Finding } from '../../finding.ts';
import { replacements } from '../../phrase-language/apply.ts';
import { occurrences } from '../../phrase-language/find.ts';
import { PhraseIndex } from '../../phrase-language/phrase-index.ts';
import { messageOf } from '../../phrase-language/phrase-rule.ts';
import { evasion } from '../../phrases/evasion.ts';
import { type Check, defineRule } from '../../rule.ts';
import type { Severity, Span } from '../../types.ts';
import { type Fact, factIn } from './fact.ts';

const index = new PhraseIndex(evasion);

/**
 * Brush-offs: words in place of an answer (LN-5, LN-6, LN-9). An error only when no fact stands beside them: a date, a
 * name, a number or a sum in the same sentence or the next makes the phrase a mere habit. The number of an act or of
 * the reader's own letter is a fact as well, but it does not say what will be done: the phrase stays a warning.
 */
export const checkBrushOff: Check = function* (document, settings) {
  for (const { found, sentence, severity, start, end } of occurrences(index, document, settings)) {
    const { row } = found;
    const fact = factBeside(document, sentence, { start, end });
    yield {
      rule: 'brush-off',
      severity: moderated(severity, fact),
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

/** The best fact in the same sentence or the next; a signature under the text is no answer. */
function factBeside(document: Document, sentence: Sentence, own: Span): Fact | undefined {
  const here = factIn(document, sentence, own);
  const next = document.sentences[document.sentences.indexOf(sentence) + 1];
  if (here === 'answer' || next === undefined || !continues(document, sentence, next)) return here;
  return factIn(document, next) ?? here;
}

/** In the same paragraph, or a whole sentence of its own in the next. */
function continues(document: Document, sentence: Sentence, next: Sentence): boolean {
  if (!/\n\s*\n/.test(document.text.slice(sentence.end, next.start))) return true;
  return next.words.some(({ parses: [first] }) => first?.partOfSpeech === 'VERB');
}

/** An answer beside the phrase makes it a mere habit; a reference alone does not tell what will be done. */
function moderated(severity: Severity, fact: Fact | undefined): Severity {
  if (fact === 'answer') return 'hint';
  return fact === 'reference' && severity === 'error' ? 'warning' : severity;
}
