import { rarity } from '../publish/rarity.ts';
import type { Query } from '../query/model.ts';
import type { Found, Matcher, Sighting } from './matcher.ts';
import { ranking } from './ranking.ts';
import type { Segment } from './segment.ts';

/** Compares a query with titles and pinned questions: how much of each is in the other. */
export class Likeness {
  readonly #segment: Segment;
  readonly #matcher: Matcher;
  readonly #weights: readonly number[];
  readonly #soft: readonly ReadonlySet<number>[];
  /** What the query weighs, with its question words. */
  readonly #total: number;
  /** The weight of the most telling form: `formWeight` is a 255th of it. */
  readonly #formUnit: number;

  constructor(segment: Segment, matcher: Matcher, query: Query) {
    this.#segment = segment;
    this.#matcher = matcher;
    this.#weights = query.groups.map(({ weight }) => weight);
    this.#soft = query.soft.map((forms) => new Set(forms));
    this.#total = this.#weights.reduce((sum, weight) => sum + weight, 0) + this.#soft.length * ranking.soft;
    this.#formUnit = rarity(1, Math.max(1, segment.allPages)) / 255;
  }

  /**
   * 0…1: 1 when text and query have the same words. Words of the query that name the kind or the function of the page (`context`)
   * need not stand in the text: «шаблон отказа» is a template called «Отказ».
   *
   * @param sighting gets what the text has of the query
   */
  of(text: number, context: Sighting, sighting: Sighting): number {
    const found: Found[] = [];
    this.#matcher.look(text, sighting, found);
    let common = this.#softIn(text) * ranking.soft;
    for (let group = 0; group < this.#weights.length; group++) {
      const elsewhere = ranking.contextLikeness * (context.quality[group] ?? 0);
      common += (this.#weights[group] ?? 0) * Math.max(sighting.quality[group] ?? 0, elsewhere);
    }
    if (common === 0) return 0;
    const missing = ranking.missingInTitle * (this.#total - common);
    return common / (common + missing + ranking.missingInQuery * this.#othersIn(text, found));
  }

  // The weight of the words that the query lacks. A word that only stands for one of the query is partly another word.
  #othersIn(text: number, found: readonly Found[]): number {
    const { formWeight } = this.#segment;
    const { tokenStart, tokenForm } = this.#segment.data;
    const from = tokenStart[text] ?? 0;
    const to = tokenStart[text + 1] ?? 0;
    let others = 0;
    for (let token = from; token < to; token++) others += formWeight[tokenForm[token] ?? 0] ?? 0;
    let counted = -1;
    for (const { token, quality } of found) {
      if (token <= counted) continue;
      counted = token;
      others -= quality * (formWeight[tokenForm[from + token] ?? 0] ?? 0);
    }
    return Math.max(0, others) * this.#formUnit;
  }

  #softIn(text: number): number {
    const { tokenStart, tokenForm } = this.#segment.data;
    const to = tokenStart[text + 1] ?? 0;
    let count = 0;
    for (const forms of this.#soft) {
      for (let token = tokenStart[text] ?? 0; token < to; token++) {
        if (!forms.has(tokenForm[token] ?? 0)) continue;
        count++;
        break;
      }
    }
    return count;
  }
}
