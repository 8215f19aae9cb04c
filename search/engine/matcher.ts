import type { Query } from '../query/model.ts';
import type { SearchIndex } from './search-index.ts';

/** What one text has of a query. */
export interface Sighting {
  /** The groups found, a bit each. */
  groups: number;
  /** How well each group is met, 0…1. */
  readonly quality: Float32Array;
  /** The groups found in a form as typed. */
  exact: number;
  /** How close neighbouring words of the query stand, for each pair 0…1. */
  readonly closeness: Float32Array;
}

/** A token that matches. */
export interface Found {
  /** Number of the token in the text. */
  readonly token: number;
  readonly groups: number;
  /** How well, 0…1. */
  readonly quality: number;
}

interface PhraseWatch {
  readonly group: number;
  readonly weight: number;
  readonly words: readonly ReadonlySet<number>[];
}

/** Looks for the words of one query in texts, one look-up a token. */
export class Matcher {
  readonly #index: SearchIndex;
  readonly #size: number;
  /** For forms that match on their own: groups and quality. */
  readonly #forms = new Map<number, { groups: number; quality: number }>();
  readonly #exact = new Map<number, number>();
  readonly #phrases = new Map<number, PhraseWatch[]>();
  /** A bit for every form worth a look-up: most tokens are not. */
  readonly #watched: Uint8Array;

  constructor(index: SearchIndex, query: Query) {
    this.#index = index;
    this.#size = query.groups.length;
    this.#watched = new Uint8Array(index.data.forms.length);
    for (const [group, { alternatives, forms }] of query.groups.entries()) {
      for (const { words, weight } of alternatives) {
        const [first = []] = words;
        if (words.length === 1) for (const form of this.#formsOf(first)) this.#add(form, group, weight);
        else this.#addPhrase({ group, weight, words: words.map((terms) => new Set(this.#formsOf(terms))) });
      }
      for (const form of forms) this.#exact.set(form, (this.#exact.get(form) ?? 0) | (1 << group));
    }
  }

  /** An empty sighting. */
  sighting(): Sighting {
    return {
      groups: 0,
      quality: new Float32Array(this.#size),
      exact: 0,
      closeness: new Float32Array(this.#size),
    };
  }

  /** Adds what a text has to a sighting; the tokens that match go to `found`. */
  look(text: number, sighting: Sighting, found?: Found[]): void {
    const { tokenStart, tokenForm } = this.#index.data;
    const from = tokenStart[text] ?? 0;
    const to = tokenStart[text + 1] ?? 0;
    const last = new Int32Array(this.#size).fill(-1000);
    for (let token = from; token < to; token++) {
      const form = tokenForm[token] ?? 0;
      if (this.#watched[form] === 0) continue;
      const own = this.#forms.get(form);
      if (own !== undefined) {
        this.#see(sighting, own.groups, own.quality, token, last);
        sighting.exact |= (this.#exact.get(form) ?? 0) & own.groups;
        found?.push({ token: token - from, groups: own.groups, quality: own.quality });
      }
      for (const phrase of this.#phrases.get(form) ?? []) {
        const tokens = this.#tokensOfPhrase(phrase, token, to);
        if (tokens === undefined) continue;
        this.#see(sighting, 1 << phrase.group, phrase.weight, token, last);
        for (const inside of tokens) {
          found?.push({ token: inside - from, groups: 1 << phrase.group, quality: phrase.weight });
        }
      }
    }
  }

  #see(sighting: Sighting, groups: number, quality: number, token: number, last: Int32Array): void {
    sighting.groups |= groups;
    for (let group = 0; group < this.#size; group++) {
      if ((groups & (1 << group)) === 0) continue;
      if (quality > (sighting.quality[group] ?? 0)) sighting.quality[group] = quality;
      this.#close(sighting, group, token - (last[group - 1] ?? -1000));
      // The other way round («приём записаться») is a little less close.
      this.#close(sighting, group + 1, token - (last[group + 1] ?? -1000) + 1);
      last[group] = token;
    }
  }

  // `closeness[n]` is of the words n - 1 and n.
  #close(sighting: Sighting, pair: number, distance: number): void {
    if (pair < 1 || pair >= this.#size || distance > 12 || distance < 1) return;
    const closeness = 1 / (1 + 0.35 * (distance - 1));
    if (closeness > (sighting.closeness[pair] ?? 0)) sighting.closeness[pair] = closeness;
  }

  #tokensOfPhrase({ words }: PhraseWatch, first: number, end: number): number[] | undefined {
    const { tokenForm, formWeight } = this.#index.data;
    const tokens = [first];
    let place = first;
    for (let word = 1; word < words.length; word++) {
      place++;
      // One small word may stand between.
      if (!words[word]?.has(tokenForm[place] ?? 0) && formWeight[tokenForm[place] ?? 0] === 0) place++;
      if (place >= end || !words[word]?.has(tokenForm[place] ?? 0)) return undefined;
      tokens.push(place);
    }
    return tokens;
  }

  #formsOf(terms: readonly number[]): number[] {
    const { termFormStart, termForms } = this.#index;
    return terms.flatMap((term) =>
      Array.from(termForms.subarray(termFormStart[term], termFormStart[term + 1])),
    );
  }

  #add(form: number, group: number, quality: number): void {
    this.#watched[form] = 1;
    const before = this.#forms.get(form);
    if (before === undefined) this.#forms.set(form, { groups: 1 << group, quality });
    else {
      before.groups |= 1 << group;
      before.quality = Math.max(before.quality, quality);
    }
  }

  #addPhrase(phrase: PhraseWatch): void {
    for (const form of phrase.words[0] ?? []) {
      this.#watched[form] = 1;
      const phrases = this.#phrases.get(form);
      if (phrases === undefined) this.#phrases.set(form, [phrase]);
      else phrases.push(phrase);
    }
  }
}
