import type { Sentence } from '../../document.ts';
import { occurrences } from '../../phrase-language/find.ts';
import { PhraseIndex } from '../../phrase-language/phrase-index.ts';
import { messageOf } from '../../phrase-language/phrase-rule.ts';
import { acting } from '../../phrases/acting.ts';
import { type Check, defineRule } from '../../rule.ts';

const index = new PhraseIndex(acting);

/** Words that refuse: «сделать это за Вас я не могу» is what the order wants to be said. */
const refusals = new Set(['не', 'нельзя', 'запрещено', 'запрещают', 'запрещает']);

/**
 * Promises to act for the caller (CL-9): in words that are read aloud only. «Давайте я помогу Вам заполнить» is praised in
 * writing (P 6(2)) and forbidden on the line (P 25).
 */
export const checkActing: Check = function* (document, settings) {
  if (settings.profile !== 'speech') return;
  for (const { found, sentence, severity, start, end } of occurrences(index, document, settings)) {
    if (refuses(sentence)) continue;
    yield {
      rule: 'acting-for-caller',
      severity,
      start,
      end,
      message: messageOf(document.text.slice(start, end), 'по телефону так обещать нельзя', found.row.plain),
      replacements: [],
    };
  }
};

/** Promises to act for the caller as a retext plugin. */
export const actingForCaller = defineRule('acting-for-caller', checkActing);

function refuses({ words }: Sentence): boolean {
  return words.some(({ folded }) => refusals.has(folded));
}
