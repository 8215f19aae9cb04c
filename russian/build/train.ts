import { contextOf, featuresOf } from '../tagger/features.ts';
import { type Reading, type Unit, unitOf } from '../tagger/readings.ts';
import { type State, startState, stateAfter } from '../tagger/state.ts';
import { bestReading } from '../tagger/tagger.ts';
import { tokenize } from '../tokens.ts';
import type { Dictionary } from '../types.ts';
import { Perceptron } from './perceptron.ts';
import { fitness, type GoldWord } from './treebank.ts';

/** A sentence of a treebank as the tagger sees it. */
export interface Example {
  readonly gold: readonly GoldWord[];
  readonly units: readonly Unit[];
}

/** Each word of a sentence with its readings. The treebank says what a word is. */
export function exampleOf(gold: readonly GoldWord[], dictionary: Dictionary): Example {
  const units = gold.map(({ form, upos }) => {
    const [token, ...more] = tokenize(form);
    const kind = upos === 'PUNCT' ? 'punctuation' : 'word';
    const whole = { kind, start: 0, end: form.length, text: form, word: form } as const;
    return unitOf(token === undefined || more.length > 0 ? whole : token, dictionary);
  });
  return { gold, units };
}

const size = 2 ** 18;
const epochs = 8;
/** In the first epochs the words before are as they should be, afterwards as the tagger has them. */
const guidedEpochs = 2;

/** Learns the weights from examples. The same examples give the same weights. */
export function train(examples: readonly Example[]): Int8Array {
  const perceptron = new Perceptron(size);
  const random = randomNumbers();
  const order = [...examples];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const example of order) learn(example, perceptron, epoch < guidedEpochs);
  }
  return perceptron.average();
}

function learn({ gold, units }: Example, perceptron: Perceptron, isGuided: boolean): void {
  let state: State = startState;
  for (const [index, unit] of units.entries()) {
    perceptron.tick();
    const best = bestReading(units, index, state, perceptron.weigh, unit.readings);
    if (best === undefined) continue;
    const right = fittingReadings(gold[index], unit.readings);
    const wanted = right.includes(best) ? best : bestReading(units, index, state, perceptron.weigh, right);
    if (wanted !== undefined && wanted !== best) {
      const context = contextOf(units, index, state);
      perceptron.add(featuresOf(context, state, wanted), 1);
      perceptron.add(featuresOf(context, state, best), -1);
    }
    state = stateAfter(state, unit, isGuided ? (wanted ?? best) : best);
  }
}

/** The readings that fit the gold word best; none if no reading fits at all. */
function fittingReadings(gold: GoldWord | undefined, readings: readonly Reading[]): Reading[] {
  if (gold === undefined) return [];
  const scores = readings.map(({ parses }) => Math.max(...parses.map((parse) => fitness(gold, parse))));
  const most = Math.max(0, ...scores);
  return most === 0 ? [] : readings.filter((_, index) => scores[index] === most);
}

/** Numbers that are the same in each run. */
function randomNumbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const [a, b] = [list[index], list[other]];
    if (a === undefined || b === undefined) continue;
    list[index] = b;
    list[other] = a;
  }
}
