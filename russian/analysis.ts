import type { Grammemes, Parse, PartOfSpeech } from './types.ts';

/** Where the forms of an analysis come from. */
export interface Lexeme {
  /** The stem as the dictionary writes it. */
  readonly stem: string;
  readonly paradigm: number;
  /** What stands unchanged before each form: «интернет-» of «интернет-портал», «супер» of «суперприз». */
  readonly before: string;
  /** What stands unchanged after each form: «-то» of «какой-то». */
  readonly after: string;
  /** The first word of a pair in which both words change: «компания» of «компания-производитель». */
  readonly companion?: Parse;
}

/** What a tag says, read once. */
export interface TagMeaning {
  readonly tag: string;
  readonly partOfSpeech: PartOfSpeech;
  readonly grammemes: Grammemes;
}

/** An analysis that remembers its lexeme, so that other forms of it can be made. */
export class Analysis implements Parse {
  readonly lemma: string;
  readonly partOfSpeech: PartOfSpeech;
  readonly grammemes: Grammemes;
  readonly tag: string;
  readonly probability: number;
  readonly known: boolean;
  readonly #lexeme: Lexeme | undefined;

  constructor(
    lemma: string,
    meaning: TagMeaning,
    probability: number,
    known: boolean,
    lexeme: Lexeme | undefined,
  ) {
    this.lemma = lemma;
    this.partOfSpeech = meaning.partOfSpeech;
    this.grammemes = meaning.grammemes;
    this.tag = meaning.tag;
    this.probability = probability;
    this.known = known;
    this.#lexeme = lexeme;
  }

  /** The lexeme of a parse, if it has more than this one form and did not lose its memory on the way (in JSON, say). */
  static lexemeOf(parse: Parse): Lexeme | undefined {
    return parse instanceof Analysis ? parse.#lexeme : undefined;
  }

  /** The same analysis with another probability. */
  withProbability(probability: number): Analysis {
    return new Analysis(this.lemma, this, probability, this.known, this.#lexeme);
  }
}

/** The analyses with probabilities that add up to 1, most probable first. */
export function normalise(analyses: readonly Analysis[]): Analysis[] {
  const total = analyses.reduce((sum, analysis) => sum + analysis.probability, 0);
  return analyses
    .map((analysis) =>
      analysis.withProbability(total > 0 ? analysis.probability / total : 1 / analyses.length),
    )
    .sort((a, b) => b.probability - a.probability);
}
