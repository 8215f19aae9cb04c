import { resolve } from 'node:path';
import { createLinter, type RuleId, rules, type Severity } from '@ponyatno/lint-rules';
import { openSpeller } from '@ponyatno/lint-rules/node';
import { openDictionary, openTagger } from '@ponyatno/russian/node';
import { readFolder } from '#knowledge';
import { officialTexts, plainTexts } from './texts.ts';

/** Findings per 1000 words by how loud they are. */
type Rates = Readonly<Record<Severity, number>>;

/** How often the rules find something; `measured.json` in the folder of the rules is written from it. */
export interface Measured {
  /** Said to readers of the rules' pages. */
  readonly how: string;
  readonly words: { readonly official: number; readonly plain: number };
  readonly rates: Readonly<Partial<Record<RuleId, { readonly official: Rates; readonly plain: Rates }>>>;
}

/** It looks at a letter as a whole: there is no rate per word. */
const unmeasured: ReadonlySet<RuleId> = new Set<RuleId>(['missing-part']);

/** Lints official and plain texts as letters, with the glossary of the content, and counts. */
export async function measure(): Promise<Measured> {
  const { content } = await readFolder(resolve(import.meta.dirname, '../../content'));
  const linter = createLinter({
    dictionary: openDictionary(),
    tagger: openTagger(),
    speller: await openSpeller(),
    profile: 'letter',
    glossary: content.glossary,
  });
  const count = (texts: readonly string[]) => {
    const found = new Map<RuleId, Record<Severity, number>>();
    let words = 0;
    for (const text of texts) {
      const { messages, readability } = linter.lint(text);
      words += readability.words;
      for (const { rule, severity } of messages) {
        const counts = found.get(rule) ?? { hint: 0, warning: 0, error: 0 };
        counts[severity]++;
        found.set(rule, counts);
      }
    }
    const rate = (rule: RuleId): Rates => {
      const counts = found.get(rule) ?? { hint: 0, warning: 0, error: 0 };
      const per = (severity: Severity) => Math.round((counts[severity] * 100_000) / words) / 100;
      return { hint: per('hint'), warning: per('warning'), error: per('error') };
    };
    return { words, rate };
  };
  const official = count(officialTexts());
  const plain = count(plainTexts());
  const ids = rules.map(({ id }) => id).filter((id) => !unmeasured.has(id));
  return {
    how: 'Пять приказов о работе с обращениями и страницы об актах, с другой стороны — сорок с лишним писем простым языком и вопросы с ответами. Все тексты проверены как письма, с глоссарием ведомства.',
    words: { official: official.words, plain: plain.words },
    rates: Object.fromEntries(
      ids.toSorted().map((id) => [id, { official: official.rate(id), plain: plain.rate(id) }]),
    ),
  };
}
