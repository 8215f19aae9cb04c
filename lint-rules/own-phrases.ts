import { type OwnPhrase, rowOf } from './phrase-language/own-phrase.ts';
import { checkPhrases } from './phrase-language/phrase-rule.ts';
import { defineRule, type Rule } from './rule.ts';

/** A plugin for each rule that reports phrases of the agency. */
export function ownPhraseRules(phrases: readonly OwnPhrase[]): { id: OwnPhrase['rule']; rule: Rule }[] {
  return [...Map.groupBy(phrases, ({ rule }) => rule)].map(([id, own]) => ({
    id,
    rule: defineRule(
      id,
      checkPhrases(id, own.map(rowOf), (_, pastBudget) =>
        pastBudget ? 'таких оборотов здесь слишком много' : 'ведомство так не пишет',
      ),
    ),
  }));
}
