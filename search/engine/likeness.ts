import { rarity } from '../publish/rarity.ts';
import type { Query } from '../query/model.ts';
import type { Found, Matcher, Sighting } from './matcher.ts';
import { ranking } from './ranking.ts';
import type { SearchIndex } from './search-index.ts';

/** Compares a query with titles and pinned questions: how much of each is in the other. */
export class Likeness {
  readonly #index: SearchIndex;
  readonly #matcher: Matcher;
  readonly #weights: readonly number[];
  readonly #soft: readonly ReadonlySet<number>[];
  /** What the query weighs, with its question words. */
  readonly #total: number;
  /** The weight of the most telling form: `formWeight` is a 255th of it. */
  readonly #formUnit: number;

  constructor(index: SearchIndex, matcher: Matcher, query: Query) {
    this.#index = index;
    this.#matcher = matcher;
    this.#weights = query.groups.map(({ weight }) => weight);
    this.#soft = query.soft.map((forms) => new Set(forms));
    this.#total = this.#weights.reduce((sum, weight) => sum + weight, 0) + this.#soft.length * ranking.soft;
    this.#formUnit = rarity(1, Math.max(1, index.pages)) / 255;
  }

  /**
   * 0…1: 1 when text and query have the same words. Words of the query that name the kind or the function of the page
   * (`context`) need not stand in the text: «шаблон отказа» is a template called «Отказ».
   *
   * @param sighting gets what the text has of the query
   */
  of(text: number, context: Sighting, sighting: Sighting): number {
    const found: Found[] = [];
    this.#matcher.look(text, sighting, found);
    const { tokenStart, tokenForm, formWeight } = this.#index.data;
    const from = tokenStart[text] ?? 0;
    const to = tokenStart[text + 1] ?? 0;
    const quality = new Map(found.map((each) => [each.token, each.quality]));
    let others = 0;
    for (let token = from; token < to; token++) {
      const own = (formWeight[tokenForm[token] ?? 0] ?? 0) * this.#formUnit;
      // A word that only stands for one of the query is partly another word.
      others += own * (1 - (quality.get(token - from) ?? 0));
    }
    let common = this.#softIn(tokenForm, from, to) * ranking.soft;
    for (const [group, weight] of this.#weights.entries()) {
      const here = sighting.quality[group] ?? 0;
      common += weight * Math.max(here, ranking.contextLikeness * (context.quality[group] ?? 0));
    }
    if (common === 0) return 0;
    return (
      common / (common + ranking.missingInTitle * (this.#total - common) + ranking.missingInQuery * others)
    );
  }

  #softIn(tokens: ArrayLike<number>, from: number, to: number): number {
    return this.#soft.filter((forms) => {
      for (let token = from; token < to; token++) if (forms.has(tokens[token] ?? 0)) return true;
      return false;
    }).length;
  }
}
