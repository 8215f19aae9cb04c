import { foldWord } from '@ponyatno/russian';
import type { Sentence } from '../../document.ts';
import type { Finding } from '../../finding.ts';
import { checkPhrases } from '../../phrase-language/phrase-rule.ts';
import { nominalChain } from '../../phrases/nominal-chain.ts';
import { type Check, defineRule } from '../../rule.ts';
import type { Profile, Severity } from '../../types.ts';
import { isDeverbal } from './deverbal.ts';
import { purposes } from './purpose.ts';

const checkTable = checkPhrases('nominalization', nominalChain, () => 'существительное вместо глагола');

/** So many nouns of action in one sentence are a wall. */
const wall = 4;

/** Nouns of action instead of verbs: single phrases that have a verb, and sentences built of nouns (WR-1). */
export const checkNominalization: Check = function* (document, settings) {
  yield* checkTable(document, settings);
  for (const sentence of document.sentences) {
    yield* purposes(document, settings.dictionary, sentence);
    const finding = wallOf(sentence, settings.profile);
    if (finding) yield finding;
  }
};

/** Nominalizations as a retext plugin. */
export const nominalization = defineRule('nominalization', checkNominalization);

function wallOf({ words }: Sentence, profile: Profile): Finding | undefined {
  const nouns = words.filter(({ parses }) =>
    parses.some(({ partOfSpeech, lemma }) => partOfSpeech === 'NOUN' && isDeverbal(foldWord(lemma))),
  );
  const [first, last] = [nouns[0], nouns.at(-1)];
  if (nouns.length < wall || first === undefined || last === undefined) return undefined;
  const severity: Severity = profile === 'legal' ? 'hint' : 'warning';
  const list = [...new Set(nouns.map(({ folded }) => folded))].join(', ');
  return {
    rule: 'nominalization',
    severity,
    start: first.start,
    end: last.end,
    message: `В одном предложении слишком много отглагольных существительных: ${list}. Лучше: сказать глаголами, кто что делает.`,
    replacements: [],
  };
}
