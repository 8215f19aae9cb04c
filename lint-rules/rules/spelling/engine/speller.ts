/** What a spelling dictionary can say of a word. */
export interface WordChecker {
  /** Whether the word is spelled right; capitals count. */
  spell(word: string): boolean;
  /** Words that may be meant, best first. Takes a tenth of a second and more. */
  suggest(word: string): readonly string[];
}

/**
 * A spelling dictionary, an option of the rule: `openSpeller` of `@ponyatno/lint-rules/node`, `loadSpeller` of
 * `@ponyatno/lint-rules/browser`.
 */
export type Speller = WordChecker;

/** Texts repeat their words; so many answers are remembered, then forgotten all at once. */
const cacheSize = 20_000;

/** Remembers the answers of a dictionary: an editor asks about the same words at every key. */
export function remembering(checker: WordChecker): Speller {
  const spelled = new Map<string, boolean>();
  const suggested = new Map<string, readonly string[]>();
  return {
    spell: (word) => remembered(spelled, word, () => checker.spell(word)),
    suggest: (word) => remembered(suggested, word, () => checker.suggest(word)),
  };
}

function remembered<Answer>(cache: Map<string, Answer>, word: string, ask: () => Answer): Answer {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const answer = ask();
  if (cache.size >= cacheSize) cache.clear();
  cache.set(word, answer);
  return answer;
}
