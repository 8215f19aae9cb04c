/** One way to satisfy a word of the query. */
export interface Alternative {
  /** What it counts against the word itself, 0…1. */
  readonly weight: number;
  /** The words that must stand one after another, each as the terms it may be found by. Mostly one word. */
  readonly words: readonly (readonly number[])[];
}

/** A word of the query with everything that may stand for it. */
export interface Group {
  readonly alternatives: readonly Alternative[];
  /** The forms as typed or put right: found exactly so they count a little more. */
  readonly forms: readonly number[];
  /** How telling the word is. */
  readonly weight: number;
}

/** A query taken apart. */
export interface Query {
  readonly groups: readonly Group[];
  /**
   * Forms of question words and negations, by the word: too common to search for, but «кто отвечает» and «без записи» are more
   * like a question that has them.
   */
  readonly soft: readonly (readonly number[])[];
  /** The phrase that the query is, for pinned questions. */
  readonly key: string;
  /** The query as it was understood, when that is not how it was typed. */
  readonly shownFor: string | undefined;
}
