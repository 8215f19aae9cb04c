import { Analysis } from './analysis.ts';
import type { Lookup } from './lookup.ts';
import type { PartOfSpeech } from './types.ts';

/** Parts of speech that new words join; nobody invents a pronoun or a preposition. */
const open: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>([
  ...(['NOUN', 'ADJF', 'ADJS', 'COMP', 'VERB', 'INFN', 'PRTF', 'PRTS', 'GRND', 'ADVB'] as const),
]);

/** How many analyses of an unknown word are worth having. */
const limit = 12;

/** The least stem that says anything. */
const leastStem = 2;

interface Candidate {
  readonly start: number;
  readonly paradigm: number;
  readonly form: number;
  readonly score: number;
}

/** Guesses what an unknown word is from words that end like it. */
export class Guesser {
  readonly #lookup: Lookup;
  /** Last letters of a stem, as one number → paradigm → how many stems. Built on the first unknown word. */
  #paradigmsByEnding: ReadonlyMap<number, ReadonlyMap<number, number>> | undefined;

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
  }

  /** The likeliest analyses of a word as `foldWord` leaves it; may be none. Probabilities are not normalised. */
  guess(folded: string): Analysis[] {
    const best = new Map<string, { analysis: Analysis; score: number }>();
    for (const { start, paradigm, form, score } of this.#candidates(folded)) {
      const stem = folded.slice(0, start);
      const meaning = this.#lookup.meaning(form);
      const lemma = this.#lookup.lemma(stem, paradigm);
      const key = `${lemma} ${meaning.tag}`;
      const known = best.get(key);
      const total = score + (known?.score ?? 0);
      const analysis =
        known?.analysis ?? new Analysis(lemma, meaning, 0, false, { stem, paradigm, before: '', after: '' });
      best.set(key, { analysis, score: total });
    }
    return [...best.values()]
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ analysis, score }) => analysis.withProbability(score));
  }

  *#candidates(folded: string): Generator<Candidate> {
    const { lexicon } = this.#lookup;
    const { paradigmStarts, formPrefixes, formTags, tagWeights } = lexicon.tables;
    const word = lexicon.letters.encode(folded);
    if (word === undefined) return;
    for (const { start, suffix } of lexicon.endings(folded)) {
      if (start < leastStem) continue;
      for (const [paradigm, count] of this.#paradigmsAt(word, start)) {
        const end = paradigmStarts[paradigm + 1] ?? 0;
        for (let form = paradigmStarts[paradigm] ?? 0; form < end; form++) {
          if (lexicon.formSuffixes[form] !== suffix || formPrefixes[form] !== 0) continue;
          yield { start, paradigm, form, score: count * (tagWeights[formTags[form] ?? 0] ?? 1) };
        }
      }
    }
  }

  #paradigmsAt(word: Uint8Array, end: number): ReadonlyMap<number, number> {
    this.#paradigmsByEnding ??= this.#countEndings();
    const found =
      this.#paradigmsByEnding.get(endingKey(word, end, 3)) ??
      this.#paradigmsByEnding.get(endingKey(word, end, 2));
    return found ?? new Map();
  }

  #countEndings(): Map<number, Map<number, number>> {
    const { stems, lexemeStarts, lexemeParadigms, paradigmStarts } = this.#lookup.lexicon.tables;
    const isOpen = Array.from({ length: paradigmStarts.length - 1 }, (_, paradigm) => {
      const { partOfSpeech, tag } = this.#lookup.meaning(paradigmStarts[paradigm] ?? 0);
      return open.has(partOfSpeech) && !tag.includes('Apro');
    });
    const counts = new Map<number, Map<number, number>>();
    for (let stem = 0; stem < stems.starts.length - 1; stem++) {
      const end = stems.starts[stem + 1] ?? 0;
      const length = end - (stems.starts[stem] ?? 0);
      for (const letters of [2, 3]) {
        if (length < letters) continue;
        const key = endingKey(stems.letters, end, letters);
        const paradigms = counts.get(key) ?? new Map<number, number>();
        counts.set(key, paradigms);
        for (let lexeme = lexemeStarts[stem] ?? 0; lexeme < (lexemeStarts[stem + 1] ?? 0); lexeme++) {
          const paradigm = lexemeParadigms[lexeme] ?? 0;
          if (isOpen[paradigm]) paradigms.set(paradigm, (paradigms.get(paradigm) ?? 0) + 1);
        }
      }
    }
    return counts;
  }
}

function endingKey(letters: Uint8Array, end: number, length: number): number {
  let key = length;
  for (let index = Math.max(0, end - length); index < end; index++) key = key * 256 + (letters[index] ?? 0);
  return key;
}
