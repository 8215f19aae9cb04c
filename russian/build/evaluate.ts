import { cases } from '../grammemes.ts';
import { decode } from '../tagger/tagger.ts';
import { type Example, train } from './train.ts';
import { fitsPartOfSpeech, goldCase, hasWrittenCase } from './treebank.ts';

/** Shares of right answers, 0…1. */
export interface Accuracy {
  readonly partOfSpeech: number;
  readonly lemma: number;
  /** Of words that have a case and are written in letters. */
  readonly case: number;
  /** The same for the first parse without context. */
  readonly firstParseCase: number;
}

/** Trains on all parts of the treebanks but one and tests on that one, for each part. Parts are runs of sentences. */
export function crossValidate(examples: readonly Example[], parts: number): Accuracy {
  const counts = new Counts();
  for (let part = 0; part < parts; part++) {
    const isTest = (index: number) => Math.floor((index * parts) / examples.length) === part;
    const weights = train(examples.filter((_, index) => !isTest(index)));
    for (const example of examples.filter((_, index) => isTest(index))) counts.add(example, weights);
  }
  return counts.accuracy();
}

const notScored = new Set(['PUNCT', 'SYM', 'X']);

class Counts {
  #words = 0;
  #partsOfSpeech = 0;
  #lemmas = 0;
  #withCase = 0;
  #cases = 0;
  #firstCases = 0;

  add({ gold, units }: Example, weights: Int8Array): void {
    const readings = decode(units, (feature) => weights[feature & (weights.length - 1)] ?? 0);
    for (const [index, word] of gold.entries()) {
      const parse = readings[index]?.parses[0];
      if (parse === undefined || notScored.has(word.upos)) continue;
      this.#words++;
      if (fitsPartOfSpeech(word, parse)) this.#partsOfSpeech++;
      if (folded(parse.lemma) === folded(word.lemma)) this.#lemmas++;
      if (!hasWrittenCase(word)) continue;
      this.#withCase++;
      const wanted = goldCase(word) & cases;
      if ((wanted & parse.grammemes) !== 0) this.#cases++;
      if ((wanted & (units[index]?.readings[0]?.parses[0].grammemes ?? 0)) !== 0) this.#firstCases++;
    }
  }

  accuracy(): Accuracy {
    return {
      partOfSpeech: this.#partsOfSpeech / this.#words,
      lemma: this.#lemmas / this.#words,
      case: this.#cases / this.#withCase,
      firstParseCase: this.#firstCases / this.#withCase,
    };
  }
}

function folded(lemma: string): string {
  return lemma.toLowerCase().replaceAll('ё', 'е');
}
