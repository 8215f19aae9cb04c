import type { SearchToken } from '../analysis/analyser.ts';
import { prefixRange } from '../analysis/sorted.ts';
import type { Vocabulary } from '../engine/vocabulary.ts';
import { slipCost } from './distance.ts';
import { farFromKnown, farGuess, stump } from './far-guess.ts';
import { type NearTerm, oneSlip, type WordKnowledge } from './words.ts';

/** A word of a query and how it is understood. */
export interface QueryWord {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  /** What it is found by, the most likely first. */
  readonly terms: readonly string[];
  /** Less likely words it may be, each with its weight. */
  readonly others: readonly { readonly terms: readonly string[]; readonly weight: number }[];
  /** Forms that begin like an unfinished word, and what they count. */
  readonly beginnings: readonly { readonly prefix: string; readonly weight: number }[];
  /** What the word itself counts against words that stand for it. */
  readonly weight: number;
  /** How it is spelt right, when it was not. */
  readonly shown: string | undefined;
  readonly stop: boolean;
  readonly small: boolean;
}

const mostWords = 48;
const weights = { slip: 0.85, secondSlip: 0.6, doubtful: 0.45, prefix: 0.9, longerWord: 0.4 };

/** Reads the words of a query: joined, split and put right where that is needed to find anything. */
export function readWords(vocabulary: Vocabulary, knowledge: WordKnowledge, text: string): QueryWord[] {
  const tokens = vocabulary.analyser.tokens(text).slice(0, mostWords);
  const joined = joinTokens(tokens, text, knowledge);
  return joined.flatMap((token) => {
    const unfinished = token.end === text.length;
    return splitToken(token, unfinished, knowledge).map((part) =>
      readWord(vocabulary, knowledge, part, unfinished),
    );
  });
}

interface Token extends SearchToken {
  readonly shown?: string;
}

// «гос услуги» when the pages have «госуслуги» and no «гос».
function joinTokens(tokens: readonly SearchToken[], text: string, knowledge: WordKnowledge): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const both = before === undefined ? '' : before.form + token.form;
    if (
      before !== undefined &&
      both.length > 4 &&
      /^\s+$/.test(text.slice(before.end, token.start)) &&
      !(knowledge.known(before.form) && knowledge.known(token.form)) &&
      knowledge.findable(both)
    ) {
      joined[joined.length - 1] = { start: before.start, end: token.end, form: both, shown: both };
    } else joined.push(token);
  }
  return joined;
}

// «горячаялиния» when no word is near to it.
function splitToken(token: Token, unfinished: boolean, knowledge: WordKnowledge): Token[] {
  const { form, start, end } = token;
  if (form.length < 6 || form.length > 40 || /[^а-я]/.test(form) || knowledge.known(form)) return [token];
  if ((unfinished && knowledge.begins(form)) || (knowledge.near(form)[0]?.cost ?? oneSlip + 1) <= oneSlip)
    return [token];
  for (let place = 2; place <= form.length - 3; place++) {
    const [left, right] = [form.slice(0, place), form.slice(place)];
    if (!knowledge.known(left) || !knowledge.findable(right)) continue;
    if (left.length < 3 && !prepositions.has(left)) continue;
    return [
      { start, end: start, form: left, shown: `${left} ` },
      { start, end, form: right, shown: right },
    ];
  }
  return [token];
}

const prepositions: ReadonlySet<string> = new Set(['на', 'по', 'не', 'от', 'до', 'за', 'из', 'об']);

function readWord(
  vocabulary: Vocabulary,
  knowledge: WordKnowledge,
  token: Token,
  unfinished: boolean,
): QueryWord {
  const { form, start, end } = token;
  const word = {
    start,
    end,
    form,
    terms: vocabulary.termsOf(form),
    others: [],
    beginnings: [],
    weight: 1,
    shown: token.shown,
    stop: vocabulary.analyser.isStopWord(form),
    small: vocabulary.analyser.isFunctionWord(form),
  };
  if (knowledge.findable(form)) {
    // A word of some synonym need not be meant as one: «свет» in «нет света», but here a slip of «совет».
    const isSure = knowledge.indexed(form) || knowledge.standsForOther(form);
    const others = isSure ? [] : doubtfulSlips(vocabulary, knowledge, form);
    if (!unfinished) return { ...word, others };
    return { ...word, others, beginnings: [{ prefix: form, weight: weights.longerWord }] };
  }
  if (unfinished && knowledge.begins(form)) {
    const terms = commonTerms(vocabulary, form) ?? word.terms;
    return { ...word, terms, weight: weights.prefix, beginnings: [{ prefix: form, weight: weights.prefix }] };
  }
  if (knowledge.known(form)) {
    const others = doubtfulSlips(vocabulary, knowledge, form);
    if (others.length === 0) return { ...word, ...farFromKnown(vocabulary, knowledge, form) };
    return { ...word, others, beginnings: stump(knowledge, form) };
  }
  const [best, ...rest] = knowledge.near(form);
  const beginnings = unfinished ? unfinishedSlips(vocabulary, form) : [];
  if (best === undefined) {
    if (beginnings.length > 0) return { ...word, beginnings };
    return { ...word, ...farGuess(vocabulary, knowledge, form) };
  }
  return {
    ...word,
    terms: vocabulary.termsOf(best.word),
    weight: weights.slip,
    others: rest.map((slip) => ({ terms: vocabulary.termsOf(slip.word), weight: weights.secondSlip })),
    beginnings,
    shown: surfaceOf(vocabulary, best, form),
  };
}

// A real word that the pages lack may still be a slip, but that is only one guess among others.
function doubtfulSlips(vocabulary: Vocabulary, knowledge: WordKnowledge, form: string): QueryWord['others'] {
  return knowledge
    .near(form)
    .filter(({ cost }) => cost <= oneSlip)
    .map(({ word }) => ({ terms: vocabulary.termsOf(word), weight: weights.doubtful }));
}

// All words that begin so are forms of one: it is as good as typed.
function commonTerms(vocabulary: Vocabulary, prefix: string): readonly string[] | undefined {
  const { forms } = vocabulary.data;
  const [from, to] = prefixRange(forms, prefix);
  const first = vocabulary.termsOf(forms[from] ?? '');
  for (let form = from + 1; form < Math.min(to, from + 40); form++) {
    if (!vocabulary.termIdsOf(form).some((term) => vocabulary.data.terms[term] === first[0]))
      return undefined;
  }
  return first;
}

function unfinishedSlips(vocabulary: Vocabulary, form: string): { prefix: string; weight: number }[] {
  return vocabulary.formSpeller
    .nearBeginnings(form)
    .map((prefix) => ({ prefix, weight: weights.secondSlip }));
}

/** The word in the form that is nearest to what was typed: for «обжалаванием» not «обжалование» but «обжалованием». */
function surfaceOf(vocabulary: Vocabulary, near: NearTerm, typed: string): string {
  const { dictionary } = vocabulary.analyser;
  if (!dictionary.has(near.word)) return near.word;
  let best = near.word;
  let least = slipCost(typed, best, 100);
  for (const parse of dictionary.parse(near.word).slice(0, 2)) {
    for (const { form } of dictionary.forms(parse)) {
      const cost = slipCost(typed, form.replaceAll('ё', 'е'), 100);
      if (cost < least) [best, least] = [form, cost];
    }
  }
  return best;
}
