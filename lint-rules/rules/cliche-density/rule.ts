import type { Document } from '../../document.ts';
import type { Finding } from '../../finding.ts';
import { replacements } from '../../phrase-language/apply.ts';
import { limitOf } from '../../phrase-language/budget.ts';
import { occurrences, standing } from '../../phrase-language/find.ts';
import { PhraseIndex } from '../../phrase-language/phrase-index.ts';
import { messageOf } from '../../phrase-language/phrase-rule.ts';
import { preposition } from '../../phrases/preposition.ts';
import { type Check, defineRule, type Settings } from '../../rule.ts';
import { genitiveCount } from '../../russian-words.ts';
import type { BudgetUse } from '../../types.ts';

/** The clichés that the orders allow by name. */
const index = new PhraseIndex(preposition.filter(({ moderation }) => moderation === 'allowed'));

/** What is wrong with one cliché too many. */
const faultOf = (perParagraph: number) =>
  `клише можно, но не больше ${genitiveCount(perParagraph, 'клише', 'клише')} на\u00a0абзац и не через строку`;

/** Clichés that an order allows by name (LN-11): each is fine, too many in a paragraph or a text are not. */
export const checkClicheDensity: Check = function* (document, settings) {
  if (settings.profile === 'legal') return;
  for (const { found, sentence, start, end } of occurrences(index, document, settings)) {
    yield {
      rule: 'cliche-density',
      severity: 'warning',
      start,
      end,
      message: messageOf(
        document.text.slice(start, end),
        faultOf(settings.budgets.allowed.perParagraph),
        found.row.plain,
      ),
      replacements: replacements(found.row.fix ?? [], {
        document,
        dictionary: settings.dictionary,
        sentence,
        match: found,
      }),
    } satisfies Finding;
  }
};

/** Density of clichés as a retext plugin. */
export const clicheDensity = defineRule('cliche-density', checkClicheDensity);

/** How much of the budget the text has spent, for a meter; undefined where there is no budget. */
export function clicheBudget(document: Document, settings: Settings): BudgetUse | undefined {
  if (settings.profile === 'legal') return undefined;
  const all = [...standing(index, document, settings)];
  const limit = limitOf(settings.budgets.allowed, document.wordCount);
  const paragraphs = [...Map.groupBy(all, ({ paragraph }) => paragraph)].map(([{ start, end }, own]) => ({
    start,
    end,
    count: own.length,
  }));
  return {
    rule: 'cliche-density',
    count: all.length,
    limit,
    paragraphLimit: settings.budgets.allowed.perParagraph,
    exceeded: all.some(({ pastBudget }) => pastBudget),
    paragraphs,
    places: all.map(({ start, end, pastBudget }) => ({ start, end, pastBudget })),
  };
}
