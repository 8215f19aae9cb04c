import type { Query } from '../query/model.ts';
import type { Segment } from './segment.ts';

/** What texts have of a query. */
export class Sighting {
  /** How well each group is met, 0…1. */
  readonly quality: Float32Array;
  /** How close neighbouring words of the query stand: at `n` of the words `n - 1` and `n`, 0…1. */
  readonly closeness: Float32Array;
  /** The groups found in a form as typed, a bit each. */
  exact = 0;

  constructor(groups: number) {
    this.quality = new Float32Array(groups);
    this.closeness = new Float32Array(groups);
  }

  // A few numbers, hundreds of times a query: a loop is quicker than a call of `fill`.
  clear(): this {
    for (let group = 0; group < this.quality.length; group++) {
      this.quality[group] = 0;
      this.closeness[group] = 0;
    }
    this.exact = 0;
    return this;
  }

  /** Takes over what another has, at a discount. */
  add(other: Sighting, share: number): void {
    this.exact |= other.exact;
    for (let group = 0; group < this.quality.length; group++) {
      const quality = share * (other.quality[group] ?? 0);
      if (quality > (this.quality[group] ?? 0)) this.quality[group] = quality;
      const closeness = share * (other.closeness[group] ?? 0);
      if (closeness > (this.closeness[group] ?? 0)) this.closeness[group] = closeness;
    }
  }
}

/** A token that matches. */
export interface Found {
  /** Number of the token in the text. */
  readonly token: number;
  /** The groups it matches, a bit each. */
  readonly groups: number;
  /** How well, 0…1. */
  readonly quality: number;
}

/** What is known of a form of the query. */
interface Watched {
  /** The groups it matches on its own, a bit each. */
  groups: number;
  /** How well it does. */
  quality: number;
  /** The groups that have it as typed. */
  exact: number;
  /** The phrases that begin with it. */
  readonly phrases: PhraseWatch[];
}

interface PhraseWatch {
  readonly group: number;
  readonly weight: number;
  readonly words: readonly ReadonlySet<number>[];
}

const farAway = -1000;
const nearestWords = 12;

/** Looks for the words of one query in texts, one look-up a token. Good until the segment gets the next matcher. */
export class Matcher {
  readonly #segment: Segment;
  readonly #groups: number;
  /** For each form its place among the watched ones, or 0: most tokens are not. */
  readonly #slots: Uint16Array | Uint32Array;
  readonly #watched: (Watched | undefined)[] = [undefined];
  /** For each group the last token that matched. */
  readonly #last: Int32Array;

  constructor(segment: Segment, query: Query) {
    this.#segment = segment;
    this.#groups = query.groups.length;
    this.#last = new Int32Array(this.#groups);
    this.#slots = segment.watch();
    for (const [group, { alternatives, forms }] of query.groups.entries()) {
      for (const { words, weight } of alternatives) {
        const [first = []] = words;
        if (words.length === 1) for (const form of this.#formsOf(first)) this.#add(form, group, weight);
        else this.#addPhrase({ group, weight, words: words.map((terms) => new Set(this.#formsOf(terms))) });
      }
      for (const form of forms) this.#watch(form).exact |= 1 << group;
    }
  }

  sighting(): Sighting {
    return new Sighting(this.#groups);
  }

  /** Adds what a text has to a sighting; the tokens that match go to `found`. */
  look(text: number, sighting: Sighting, found?: Found[]): void {
    const { tokenStart, tokenForm } = this.#segment.data;
    const slots = this.#slots;
    const from = tokenStart[text] ?? 0;
    const to = tokenStart[text + 1] ?? 0;
    const last = this.#last;
    for (let group = 0; group < last.length; group++) last[group] = farAway;
    for (let token = from; token < to; token++) {
      const slot = slots[tokenForm[token] ?? 0] ?? 0;
      if (slot === 0) continue;
      const watched = this.#watched[slot];
      if (watched !== undefined) this.#lookAt(watched, token, from, to, sighting, found);
    }
  }

  #lookAt(
    { groups, quality, exact, phrases }: Watched,
    token: number,
    from: number,
    to: number,
    sighting: Sighting,
    found?: Found[],
  ): void {
    if (groups !== 0) {
      this.#see(sighting, groups, quality, token - from);
      sighting.exact |= exact & groups;
      found?.push({ token: token - from, groups, quality });
    }
    if (phrases.length > 0) this.#lookForPhrases(phrases, token, from, to, sighting, found);
  }

  #lookForPhrases(
    phrases: readonly PhraseWatch[],
    token: number,
    from: number,
    to: number,
    sighting: Sighting,
    found?: Found[],
  ): void {
    for (const phrase of phrases) {
      const tokens = this.#tokensOfPhrase(phrase, token, to);
      if (tokens === undefined) continue;
      const groups = 1 << phrase.group;
      this.#see(sighting, groups, phrase.weight, token - from);
      for (const inside of tokens) found?.push({ token: inside - from, groups, quality: phrase.weight });
    }
  }

  #see({ quality, closeness }: Sighting, groups: number, how: number, token: number): void {
    const last = this.#last;
    for (let rest = groups; rest !== 0; rest &= rest - 1) {
      const group = 31 - Math.clz32(rest & -rest);
      if (how > (quality[group] ?? 0)) quality[group] = how;
      if (group > 0) bringCloser(closeness, group, token - (last[group - 1] ?? farAway));
      // The other way round («приём записаться») is a little less close.
      if (group + 1 < this.#groups)
        bringCloser(closeness, group + 1, token - (last[group + 1] ?? farAway) + 1);
      last[group] = token;
    }
  }

  #tokensOfPhrase({ words }: PhraseWatch, first: number, end: number): number[] | undefined {
    const { formWeight } = this.#segment;
    const { tokenForm } = this.#segment.data;
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
    return terms.flatMap((term) => Array.from(this.#segment.formIdsOf(term)));
  }

  #add(form: number, group: number, quality: number): void {
    const watched = this.#watch(form);
    watched.groups |= 1 << group;
    watched.quality = Math.max(watched.quality, quality);
  }

  #watch(form: number): Watched {
    const known = this.#watched[this.#slots[form] ?? 0];
    if (known !== undefined) return known;
    const watched: Watched = { groups: 0, quality: 0, exact: 0, phrases: [] };
    this.#segment.watchForm(form, this.#watched.length);
    this.#watched.push(watched);
    return watched;
  }

  #addPhrase(phrase: PhraseWatch): void {
    for (const form of phrase.words[0] ?? []) this.#watch(form).phrases.push(phrase);
  }
}

function bringCloser(closeness: Float32Array, pair: number, distance: number): void {
  if (distance < 1 || distance > nearestWords) return;
  const close = 1 / (1 + 0.35 * (distance - 1));
  if (close > (closeness[pair] ?? 0)) closeness[pair] = close;
}
