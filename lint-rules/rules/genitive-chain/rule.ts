import { Grammeme, type Parse } from '@ponyatno/russian';
import type { Document, Sentence } from '../../document.ts';
import type { Finding } from '../../finding.ts';
import { readingsOf } from '../../morphology/context.ts';
import { type Check, defineRule, type Settings } from '../../rule.ts';
import { genitiveCount } from '../../russian-words.ts';
import type { Severity } from '../../types.ts';
import { deedOf, isDeverbal } from '../nominalization/deverbal.ts';
import { purposeAt } from '../nominalization/purpose.ts';
import { type Chain, chains, reach } from './chain.ts';

/** So many genitives that hang on one another are a chain. */
const long = 3;

/** So many are a chain that cannot be read at once. */
const tangled = 4;

/**
 * Chains of genitives (LN-3): three in a row and more, «обеспечения соблюдения требований законодательства».
 *
 * A warning from four on, and for three with two nouns of action among them, which could be verbs; three others are a hint, and so is
 * everything in a legal act. In speech three are a warning. Cases are those of the context. Adjectives and participles
 * belong to their noun, joined nouns («сроков и порядка») count once; titles of bodies and posts, names, terms of two
 * nouns («места жительства»), dates and sums are no links.
 */
export const checkGenitiveChain: Check = function* (document, settings) {
  for (const sentence of document.sentences) {
    if (!mayHaveChain(sentence)) continue;
    const readings = readingsOf(document, sentence, settings.tagger);
    for (const chain of chains({ document, sentence, readings, isProtected: settings.isProtected }))
      if (chain.depth >= long) yield findingOf(document, settings, sentence, chain);
  }
};

/** Chains of genitives as a retext plugin. */
export const genitiveChain = defineRule('genitive-chain', checkGenitiveChain);

/** Whether the cheap analyses allow a chain at all: three nouns that may stand in the genitive, close to one another. */
function mayHaveChain({ words }: Sentence): boolean {
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const [index, { parses }] of words.entries()) {
    if (!parses.some(isGenitiveNoun)) continue;
    count = index - last <= reach ? count + 1 : 1;
    last = index;
    if (count >= long) return true;
  }
  return false;
}

function isGenitiveNoun({ partOfSpeech, grammemes }: Parse): boolean {
  return partOfSpeech === 'NOUN' && (grammemes & Grammeme.gent) !== 0;
}

function findingOf(document: Document, settings: Settings, sentence: Sentence, chain: Chain): Finding {
  const { words } = sentence;
  const first = chain.links[0]?.first ?? 0;
  const last = chain.links.at(-1)?.noun ?? first;
  const readings = readingsOf(document, sentence, settings.tagger);
  const purpose = purposeBefore({ document, settings, sentence, readings }, first);
  const start = words[purpose?.first ?? first]?.start ?? 0;
  const end = words[last]?.end ?? start;
  const chained = document.text.slice(words[first]?.start, end).replace(/\s+/g, ' ');
  // With the verb the chain loses its first two genitives.
  const loosened = purpose && chain.depth - 2 < long ? purpose : undefined;
  return {
    rule: 'genitive-chain',
    severity: severityOf(settings, chain),
    start,
    end,
    message: `Цепочка из ${genitiveCount(chain.depth, 'родительного падежа', 'родительных падежей')}: «${chained}». Лучше: ${adviceOf(chain, loosened?.clause)}.`,
    replacements: loosened?.replacement ? [loosened.replacement] : [],
  };
}

/** «в целях обеспечения …», «для получения …» before the chain. */
function purposeBefore(place: Parameters<typeof purposeAt>[0], first: number) {
  return purposeAt(place, first - 2) ?? purposeAt(place, first - 1);
}

function severityOf({ profile }: Settings, { links, depth }: Chain): Severity {
  if (profile === 'legal') return 'hint';
  const actions = links.filter(({ parse }) => isDeverbal(parse.lemma)).length;
  return depth >= tangled || profile === 'speech' || actions > 1 ? 'warning' : 'hint';
}

function adviceOf({ links }: Chain, clause: string | undefined): string {
  if (clause !== undefined) return `глагол вместо существительного — «${clause}»`;
  for (const { parse } of links) {
    const deed = deedOf(parse.lemma);
    const verb = deed?.perfective ?? deed?.imperfective;
    if (verb !== undefined && isDeverbal(parse.lemma))
      return `глагол вместо существительного («${verb}» вместо «${parse.lemma}») или два коротких предложения`;
  }
  return 'разбить цепочку: начать с главного, остальное сказать отдельно или с предлогом';
}
