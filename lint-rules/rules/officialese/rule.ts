import type { Finding } from '../../finding.ts';
import { capitalize } from '../../morphology/case.ts';
import { replacements } from '../../phrase-language/apply.ts';
import { occurrences } from '../../phrase-language/find.ts';
import type { Phrase } from '../../phrase-language/phrase.ts';
import { PhraseIndex } from '../../phrase-language/phrase-index.ts';
import { type Check, defineRule } from '../../rule.ts';
import { faultOf, officialesePhrases } from './phrases.ts';

const index = new PhraseIndex(officialesePhrases);

/** Officialese: phrases that have a plain word (WR-1, LN-2, LN-3, LN-11). */
export const checkOfficialese: Check = function* (document, settings) {
  for (const place of occurrences(index, document, settings)) {
    const { found, sentence, severity, start, end, pastBudget } = place;
    yield {
      rule: 'officialese',
      severity,
      start,
      end,
      message: messageOf(found.row, document.text.slice(start, end), pastBudget),
      replacements: replacements(found.row.fix ?? [], {
        document,
        dictionary: settings.dictionary,
        sentence,
        match: found,
      }),
    } satisfies Finding;
  }
};

/** Officialese as a retext plugin. */
export const officialese = defineRule('officialese', checkOfficialese);

function messageOf(phrase: Phrase, actual: string, pastBudget: boolean): string {
  const found = `«${capitalize(actual.replace(/\s+/g, ' '))}»`;
  const why = pastBudget ? 'таких оборотов здесь слишком много' : faultOf(phrase);
  return `${found}: ${why}. Лучше: ${phrase.plain}.`;
}
