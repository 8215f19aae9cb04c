import { type Analysis, normalise } from './analysis.ts';
import { attach, fixed, isProductive, meaningOf } from './derive.ts';
import { foldWord } from './fold.ts';
import { Grammeme } from './grammemes.ts';
import type { Guesser } from './guess.ts';
import { analyseHyphenated } from './hyphens.ts';
import type { Lookup } from './lookup.ts';
import { wordPrefixes } from './particles.ts';
import { abbreviationTags, patterns } from './patterns.ts';

/** No word of Russian is longer; whatever is costs no time. */
const longestWord = 64;

/** The least of a word that may stand after a prefix. */
const leastAfterPrefix = 3;

/** What a short unknown word in small letters is worth as an abbreviation, against all other guesses. */
const smallAbbreviationShare = 0.15;

/** Analyses words that the dictionary has not, from the surest way to the boldest. */
export class UnknownWords {
  readonly #lookup: Lookup;
  readonly #guesser: Guesser;

  constructor(lookup: Lookup, guesser: Guesser) {
    this.#lookup = lookup;
    this.#guesser = guesser;
  }

  /** `word` as it is written, because capitals tell abbreviations; `clean` as `cleanWord` leaves it. Never empty. */
  analyse(word: string, clean: string): Analysis[] {
    const analyses = clean.length > longestWord ? [] : this.#analyse(word, clean);
    return analyses.length > 0 ? normalise(analyses) : [fixed(clean, meaningOf('UNKN'), 1)];
  }

  #analyse(word: string, clean: string): Analysis[] {
    const hasCapital = /^\p{Lu}/u.test(word);
    const plain = this.#withoutFlourish(clean, hasCapital);
    if (plain.length > 0) return plain;
    if (clean.includes('-') && !isCode(clean)) {
      const analyses = analyseHyphenated(this.#lookup, clean, (part) => this.#analysePart(part, hasCapital));
      if (analyses.length > 0) return analyses;
    }
    const pattern = patterns.find(({ matches }) => matches.test(word));
    if (pattern !== undefined) return pattern.tags.map(([tag, share]) => fixed(clean, meaningOf(tag), share));
    const guesses = normalise(this.#analysePart(clean, hasCapital));
    return mayBeAbbreviation(clean) ? [...guesses, ...smallAbbreviation(clean)] : guesses;
  }

  /** «г.» with its full stop, «км2» with its power, «спасииибо» with a vowel that somebody stretched. */
  #withoutFlourish(clean: string, hasCapital: boolean): Analysis[] {
    const shorter = /^(\p{L}{1,6})(?:\.|[23²³])$/u.exec(clean)?.[1];
    if (shorter !== undefined)
      return this.#shortened(shorter, hasCapital).map((base) => attach(base, '', ''));
    if (!/(\p{L})\1\1/u.test(clean)) return [];
    for (const letters of ['$1', '$1$1']) {
      const known = this.#lookup.analyse(clean.replace(/(\p{L})\1{2,}/gu, letters));
      if (known.length > 0) return known.map((base) => attach(base, '', ''));
    }
    return [];
  }

  #shortened(shorter: string, hasCapital: boolean): Analysis[] {
    const known = this.#lookup.analyse(shorter);
    const abbreviations = known.filter(({ grammemes }) => (grammemes & Grammeme.Abbr) !== 0);
    if (abbreviations.length > 0) return abbreviations;
    return known.length > 0 ? known : this.#analysePart(shorter, hasCapital);
  }

  /** «супердоговор» after a known beginning, anything else by its ending. */
  #analysePart(clean: string, hasCapital: boolean): Analysis[] {
    for (const prefix of wordPrefixes) {
      if (!clean.startsWith(prefix) || clean.length - prefix.length < leastAfterPrefix) continue;
      const rest = this.#lookup.analyse(clean.slice(prefix.length)).filter(isProductive);
      if (rest.length > 0) return rest.map((base) => attach(base, prefix, ''));
    }
    return this.#guesser.guess(foldWord(clean), hasCapital);
  }
}

/** «епгу»: people search in small letters. */
function mayBeAbbreviation(clean: string): boolean {
  return /^[а-яё]{2,5}$/.test(clean);
}

function smallAbbreviation(clean: string): Analysis[] {
  return abbreviationTags.map(([tag, share]) => fixed(clean, meaningOf(tag), share * smallAbbreviationShare));
}

/** «210-фз», «73-п-01»: a number of a document; «20-летний» and «5-го» are words. */
function isCode(clean: string): boolean {
  return /^\d/.test(clean) && !/^\d+-\p{Ll}+$/u.test(clean);
}
