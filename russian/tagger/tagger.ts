import { ByteReader } from '../bytes.ts';
import type { Token } from '../token.ts';
import type { Dictionary, Parse } from '../types.ts';
import { contextOf, featuresOf } from './features.ts';
import { isTagged, type Reading, type Unit, unitOf } from './readings.ts';
import { type State, startState, stateAfter } from './state.ts';

/** The first column of a file of weights. The number is the version of the features. */
export const weightsMagic = 'ponyatno-tagger-1';

/** Chooses among the analyses of words by what stands around them. */
export interface Tagger {
  /** For each token of a sentence its best analysis; undefined for what is no word. */
  tag(tokens: readonly Token[]): (Parse | undefined)[];
}

/** How much a feature speaks for a reading. */
export type Weigh = (feature: number) => number;

/** Texts repeat their words: so many are remembered, then forgotten all at once. */
const cacheSize = 20_000;

/** A tagger with the weights of `data/tagger.bin`, decompressed. */
export function createTagger(weights: Uint8Array, dictionary: Dictionary): Tagger {
  const table = readWeights(weights);
  const mask = table.length - 1;
  const weigh = (feature: number) => table[feature & mask] ?? 0;
  const units = new Map<string, Unit>();

  /** Most tokens are plain words, and the same ones: what they may be does not hang on their place. */
  function remembered(token: Token): Unit {
    if (token.kind !== 'word' || token.word !== token.text) return unitOf(token, dictionary);
    const known = units.get(token.text);
    if (known !== undefined) return known;
    const unit = unitOf(token, dictionary);
    if (units.size >= cacheSize) units.clear();
    units.set(token.text, unit);
    return unit;
  }

  return {
    tag(tokens) {
      const found: Unit[] = [];
      const places: (number | undefined)[] = tokens.map((token) => {
        if (token.kind === 'space' || token.kind === 'object') return undefined;
        return found.push(remembered(token)) - 1;
      });
      const readings = decode(found, weigh);
      return tokens.map((token, index) =>
        isTagged(token) ? readings[places[index] ?? -1]?.parses[0] : undefined,
      );
    },
  };
}

function readWeights(bytes: Uint8Array): Int8Array {
  const file = new ByteReader(bytes);
  let magic: string | undefined;
  try {
    magic = file.text();
  } catch {
    magic = undefined;
  }
  if (magic !== weightsMagic)
    throw new TypeError(
      'These bytes are no weights of the tagger, or of another version. Are they decompressed?',
    );
  return new Int8Array(file.column());
}

/** The likeliest readings of a sentence, word by word from the left. */
export function decode(units: readonly Unit[], weigh: Weigh): (Reading | undefined)[] {
  let state = startState;
  return units.map((unit, index) => {
    const best = bestReading(units, index, state, weigh, unit.readings);
    if (best !== undefined) state = stateAfter(state, unit, best);
    return best;
  });
}

/** That of some readings of a unit for which most speaks. */
export function bestReading(
  units: readonly Unit[],
  index: number,
  state: State,
  weigh: Weigh,
  readings: readonly Reading[],
): Reading | undefined {
  if (readings.length < 2) return readings[0];
  const context = contextOf(units, index, state);
  let best: Reading | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const reading of readings) {
    let score = 0;
    for (const feature of featuresOf(context, state, reading)) score += weigh(feature);
    if (score > bestScore) [best, bestScore] = [reading, score];
  }
  return best;
}
