import { Analysis, normalise, type TagMeaning } from './analysis.ts';
import { foldWord } from './fold.ts';
import { grammemesOfTag, partOfSpeechOfTag } from './grammemes.ts';
import type { Hit, Lexicon } from './lexicon.ts';
import { hashForward, StringIndex } from './string-index.ts';

/** The last code of a word's row carries this bit. */
const last = 0x80;

/**
 * A noun made of an adjective («новое», «рабочий») has its forms, and is rarer: one in eight where the corpus does not
 * say more. Measured on treebanks: 55 nouns to 232 adjectives, mostly such that the corpus knows.
 */
const nounFromAdjective = 1 / 4;

/** Looks words up in the dictionary itself and says how probable each analysis is. */
export class Lookup {
  readonly lexicon: Lexicon;
  readonly meanings: readonly TagMeaning[];
  readonly #words: StringIndex;
  /** Where the probabilities of each word begin. */
  readonly #codeStarts: Uint32Array;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
    const { tags, words, wordCodes } = lexicon.tables;
    this.meanings = tags.map((tag) => ({
      tag,
      partOfSpeech: partOfSpeechOfTag(tag),
      grammemes: grammemesOfTag(tag),
    }));
    this.#words = new StringIndex(words, hashForward);
    this.#codeStarts = new Uint32Array(words.starts.length - 1);
    for (let word = 0, code = 0; word < this.#codeStarts.length; word++) {
      this.#codeStarts[word] = code;
      while (((wordCodes[code++] ?? last) & last) === 0);
    }
  }

  /** Where the probabilities of a word begin; undefined for a word that the corpus has not. */
  #codeStart(folded: string): number | undefined {
    const word = this.lexicon.letters.encode(folded);
    if (word === undefined) return undefined;
    const found = this.#words.find(hashForward(word, 0, word.length), word, 0, word.length);
    return found < 0 ? undefined : this.#codeStarts[found];
  }

  /** Analyses of a word as `cleanWord` leaves it, most probable first; none if the dictionary has it not. */
  analyse(clean: string): Analysis[] {
    const folded = foldWord(clean);
    const hits = this.lexicon.find(folded);
    if (hits.length === 0) return [];
    const texts = hits.map((hit) => this.lexicon.stemText(hit.stem));
    const likelihoods = this.#likelihoods(folded, hits);
    const exact = folded === clean ? undefined : this.#spelled(clean, hits, texts);
    const analyses: Analysis[] = [];
    for (const [index, hit] of hits.entries()) {
      if (exact === undefined || exact.has(index))
        analyses.push(this.#analysis(hit, texts[index] ?? '', likelihoods[index] ?? 0));
    }
    return normalise(analyses);
  }

  #analysis({ paradigm, form }: Hit, stem: string, probability: number): Analysis {
    const lexeme = { stem, paradigm, before: '', after: '' };
    return new Analysis(this.lemma(stem, paradigm), this.meaning(form), probability, true, lexeme);
  }

  /** The first form of a lexeme. */
  lemma(stem: string, paradigm: number): string {
    return this.lexicon.formText(stem, this.lexicon.tables.paradigmStarts[paradigm] ?? 0);
  }

  /** What the tag of a form says. */
  meaning(form: number): TagMeaning {
    const meaning = this.meanings[this.lexicon.tables.formTags[form] ?? 0];
    if (meaning === undefined) throw new RangeError('The dictionary is damaged: a form has no tag.');
    return meaning;
  }

  /** The hits whose ё stand where the word has them; undefined if there is none and ё was just misplaced. */
  #spelled(clean: string, hits: readonly Hit[], texts: readonly string[]): Set<number> | undefined {
    const exact = new Set<number>();
    for (const [index, hit] of hits.entries())
      if (this.lexicon.formText(texts[index] ?? '', hit.form) === clean) exact.add(index);
    return exact.size > 0 ? exact : undefined;
  }

  /** From the corpus where it has the word, otherwise from what such tags are worth against each other. */
  #likelihoods(folded: string, hits: readonly Hit[]): number[] {
    const { formTags, tagWeights, wordCodes } = this.lexicon.tables;
    const tags = hits.map((hit) => formTags[hit.form] ?? 0);
    const start = this.#codeStart(folded);
    const order = [...new Set(tags)].sort((a, b) => a - b);
    return tags.map((tag, index) => {
      const code = start === undefined ? undefined : wordCodes[start + order.indexOf(tag)];
      const likelihood = code === undefined ? (tagWeights[tag] ?? 1) : 2 ** (-(code & ~last) / 2);
      return likelihood * this.#rarity(hits, index);
    });
  }

  #rarity(hits: readonly Hit[], index: number): number {
    const hit = hits[index];
    if (hit === undefined || this.meaning(hit.form).partOfSpeech !== 'NOUN') return 1;
    const isAdjectiveToo = hits.some(
      (other) => other.stem === hit.stem && this.meaning(other.form).partOfSpeech === 'ADJF',
    );
    return isAdjectiveToo ? nounFromAdjective : 1;
  }
}
