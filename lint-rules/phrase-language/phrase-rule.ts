import type { Finding } from '../finding.ts';
import { capitalize } from '../morphology/case.ts';
import type { Check } from '../rule.ts';
import type { RuleId } from '../types.ts';
import { replacements } from './apply.ts';
import { occurrences } from './find.ts';
import type { Phrase } from './phrase.ts';
import { PhraseIndex } from './phrase-index.ts';

/** Says what is wrong with a phrase, in a word or two: «канцелярит». */
export type Fault = (phrase: Phrase, pastBudget: boolean) => string;

/** A rule that is nothing but its table. */
export function checkPhrases(rule: RuleId, table: readonly Phrase[], faultOf: Fault): Check {
  const index = new PhraseIndex(table);
  return function* (document, settings) {
    for (const place of occurrences(index, document, settings)) {
      const { found, sentence, severity, start, end, pastBudget } = place;
      const actual = document.text.slice(start, end);
      yield {
        rule,
        severity,
        start,
        end,
        message: messageOf(actual, faultOf(found.row, pastBudget), found.row.plain),
        replacements: replacements(found.row.fix ?? [], {
          document,
          dictionary: settings.dictionary,
          sentence,
          match: found,
        }),
      } satisfies Finding;
    }
  };
}

/** «Посредством»: канцелярит. Лучше: через. */
export function messageOf(actual: string, fault: string, plain: string): string {
  return `«${capitalize(actual.replace(/\s+/g, ' '))}»: ${fault}. Лучше: ${plain}.`;
}
