import type { Dictionary } from '@ponyatno/russian';
import type { Document, Sentence } from '../../document.ts';
import type { Replacement } from '../../finding.ts';
import { likeCase } from '../../morphology/case.ts';
import { replaceNoun } from '../../morphology/noun.ts';
import { SequenceIndex, type SequenceMatch } from '../../morphology/sequence.ts';
import { type Check, defineRule } from '../../rule.ts';
import type { Profile, Severity, Term } from '../../types.ts';

/** A letter and a talk are for clients; a page may be for staff, an act is for lawyers. */
const severities: Readonly<Record<Profile, Severity | undefined>> = Object.freeze({
  letter: 'warning',
  speech: 'warning',
  page: 'hint',
  legal: undefined,
});

/** Terms of the glossary that the text does not explain at their first use (LN-4). */
export const checkTerms: Check = function* (document, settings) {
  const severity = severities[settings.profile];
  const terms = settings.glossary.filter((entry) => isTerm(entry) && !settings.terms.includes(entry.term));
  if (severity === undefined || terms.length === 0) return;
  const index = indexOf(settings.dictionary, terms);
  const seen = new Set<Term>();
  for (const sentence of document.sentences) {
    for (const match of index.find(sentence)) {
      if (seen.has(match.value) || settings.isProtected(match)) continue;
      seen.add(match.value);
      if (settings.isExplained(match) || isExplained(document, sentence, match)) continue;
      const { start, end, value } = match;
      yield {
        rule: 'unexplained-term',
        severity,
        start,
        end,
        message: messageOf(document.text.slice(start, end), value),
        replacements: replacementsOf(document, settings.dictionary, sentence, match),
      };
    }
  }
};

/** Unexplained terms as a retext plugin. */
export const unexplainedTerm = defineRule('unexplained-term', checkTerms);

/** Abbreviations have a rule of their own. */
function isTerm({ term, known }: Term): boolean {
  return known !== true && !/[А-ЯЁ]\p{Ll}?[А-ЯЁ]/u.test(term);
}

const indexes = new WeakMap<readonly Term[], SequenceIndex<Term>>();

function indexOf(dictionary: Dictionary, terms: readonly Term[]): SequenceIndex<Term> {
  const known = indexes.get(terms);
  if (known) return known;
  const entries = terms.flatMap((entry) =>
    [entry.term, ...(entry.synonyms ?? [])].map((name): [string, Term] => [name, entry]),
  );
  const made = new SequenceIndex(dictionary, entries);
  indexes.set(terms, made);
  return made;
}

/** «сервитут (право …)», «сервитут — это право …», «сервитут, то есть право …», «это называется сервитутом». */
function isExplained(document: Document, sentence: Sentence, { first, end }: SequenceMatch<Term>): boolean {
  const after = document.text.slice(end, sentence.end);
  // «(далее — …)» gives a shorter name, not a meaning; an asterisk leads to a footnote.
  if (/^[»"]?\s*(?:\((?!\s*далее)|[—–]\s|,\s+(?:то есть|т\. ?е\.|это|иначе говоря)\s|\*|[¹²³])/iu.test(after))
    return true;
  if (/^[»"]?\s+(?:называ|имену|понима|подразумева|означа)\p{L}*/iu.test(after)) return true;
  const before = sentence.words.slice(Math.max(0, first - 3), first);
  return before.some(({ keys }) => keys.has('называть') || keys.has('называемый') || keys.has('именовать'));
}

function replacementsOf(
  document: Document,
  dictionary: Dictionary,
  sentence: Sentence,
  match: SequenceMatch<Term>,
): Replacement[] {
  const { start, end, value, first, last } = match;
  const actual = document.text.slice(start, end);
  const explanation = value.explanation?.trim().replace(/\.$/, '');
  const explained = explanation ? [`${actual} (${explanation})`] : [];
  const word = sentence.words[last];
  const plain = (value.plain ?? [])
    .filter((one) => /^[\p{L}-]+$/u.test(one))
    .map((one) => word && replaceNoun({ dictionary, sentence, match: { first, last } }, word, one))
    .filter((one) => one !== undefined)
    .map((one) => likeCase(one, actual));
  return [...plain, ...explained].map((text) => ({ start, end, text, change: 'swap' }));
}

function messageOf(actual: string, { explanation, plain = [] }: Term): string {
  const ways = [
    ...(explanation ? ['объяснить в скобках'] : []),
    ...(plain.length > 0 ? [`написать проще: ${plain.join(', ')}`] : []),
  ];
  return `Слово «${actual.replace(/\s+/g, ' ')}» понятно не всем. Лучше: ${ways.join(' или ') || 'объяснить'}.`;
}
