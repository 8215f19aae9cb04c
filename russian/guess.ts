import { Analysis } from './analysis.ts';
import { StemEndings } from './endings.ts';
import { Grammeme } from './grammemes.ts';
import type { Lookup } from './lookup.ts';
import { usageOf } from './usage.ts';

/** How many analyses of an unknown word are worth having. */
const limit = 12;

/** How much likelier a name is with a capital, and how much less likely without. */
const nameFactors = { capital: 6, small: 0.02 };

/** Guesses what an unknown word is from words that end like it. */
export class Guesser {
  readonly #lookup: Lookup;
  readonly #usage: readonly number[];
  #endings: StemEndings | undefined;

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
    this.#usage = lookup.meanings.map(usageOf);
  }

  /** The likeliest analyses of a word as `foldWord` leaves it; may be none. Probabilities are not normalised. */
  guess(folded: string, hasCapital: boolean): Analysis[] {
    const { lexicon } = this.#lookup;
    const word = lexicon.letters.encode(folded);
    if (word === undefined) return [];
    this.#endings ??= new StemEndings(this.#lookup);
    const likelihoods = this.#endings.likelihoods(word);
    const best = new Map<string, { analysis: Analysis; score: number }>();
    for (const { start, suffix } of lexicon.endings(folded)) {
      if (start === 0) continue;
      const stem = folded.slice(0, start);
      for (const [paradigm, probability] of this.#endings.paradigms(word, start)) {
        const share = probability * (likelihoods[start] ?? 0);
        this.#collect(stem, paradigm, suffix, share, hasCapital, best);
      }
    }
    return [...best.values()]
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ analysis, score }) => analysis.withProbability(score));
  }

  #collect(
    stem: string,
    paradigm: number,
    suffix: number,
    share: number,
    hasCapital: boolean,
    best: Map<string, { analysis: Analysis; score: number }>,
  ): void {
    const { paradigmStarts, formPrefixes, formTags } = this.#lookup.lexicon.tables;
    const { formSuffixes } = this.#lookup.lexicon;
    const end = paradigmStarts[paradigm + 1] ?? 0;
    for (let form = paradigmStarts[paradigm] ?? 0; form < end; form++) {
      if (formSuffixes[form] !== suffix || formPrefixes[form] !== 0) continue;
      const meaning = this.#lookup.meaning(form);
      const factor =
        (meaning.grammemes & Grammeme.name) === 0 ? 1 : nameFactors[hasCapital ? 'capital' : 'small'];
      const score = share * factor * (this.#usage[formTags[form] ?? 0] ?? 0);
      const lemma = this.#lookup.lemma(stem, paradigm);
      const key = `${lemma} ${meaning.tag}`;
      const known = best.get(key);
      if (known !== undefined) known.score += score;
      else
        best.set(key, {
          analysis: new Analysis(lemma, meaning, 0, false, { stem, paradigm, before: '', after: '' }),
          score,
        });
    }
  }
}
