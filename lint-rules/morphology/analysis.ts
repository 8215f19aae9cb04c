import { type Dictionary, foldWord, Grammeme, type Parse } from '@ponyatno/russian';

/** What the rules want to know of a word form. */
export interface Analysis {
  readonly folded: string;
  readonly parses: readonly Parse[];
  /**
   * Every dictionary form it can belong to, folded: of each analysis the lemma; of a reflexive verb the verb without
   * -ся too; of a participle the participle's own dictionary form too («указанные» → «указать», «указанный»).
   */
  readonly keys: ReadonlySet<string>;
}

const cacheSize = 20_000;
const caches = new WeakMap<Dictionary, Map<string, Analysis>>();

/** Analyses a word form; texts repeat their words, so the answers are remembered. */
export function analyse(dictionary: Dictionary, word: string): Analysis {
  let cache = caches.get(dictionary);
  if (cache === undefined) {
    cache = new Map();
    caches.set(dictionary, cache);
  }
  const remembered = cache.get(word);
  if (remembered) return remembered;
  const parses = dictionary.parse(word);
  const analysis = { folded: foldWord(word), parses, keys: lemmaKeys(dictionary, parses) };
  if (cache.size >= cacheSize) cache.clear();
  cache.set(word, analysis);
  return analysis;
}

function lemmaKeys(dictionary: Dictionary, parses: readonly Parse[]): Set<string> {
  const keys = new Set<string>();
  for (const parse of parses) {
    const lemma = foldWord(parse.lemma);
    keys.add(lemma);
    const base = withoutReflexive(lemma);
    if (base !== undefined && isVerbal(parse)) keys.add(base);
    if (parse.partOfSpeech === 'PRTF') keys.add(participleLemma(dictionary, parse));
  }
  return keys;
}

/** «осуществляться» → «осуществлять»; undefined for what is not reflexive. */
export function withoutReflexive(lemma: string): string | undefined {
  return /(?:ся|сь)$/.test(lemma) ? lemma.slice(0, -2) : undefined;
}

function isVerbal({ partOfSpeech }: Parse): boolean {
  return ['VERB', 'INFN', 'PRTF', 'PRTS', 'GRND'].includes(partOfSpeech);
}

const dictionaryForm = Grammeme.masc | Grammeme.sing | Grammeme.nomn;

function participleLemma(dictionary: Dictionary, parse: Parse): string {
  return foldWord(dictionary.inflect(parse, dictionaryForm) ?? parse.lemma);
}
